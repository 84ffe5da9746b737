package no.ehelse.portfolio.importing;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.http.MediaType;

/** The formats in which the file of a round is taken and the portfolio is written. */
public enum FileFormat {
    /** Separated text. */
    CSV(FileFormat.CSV_TYPE),
    /** A workbook. */
    XLSX(FileFormat.XLSX_TYPE);

    /** The media type of CSV. */
    public static final String CSV_TYPE = "text/csv";

    /** The media type of xlsx. */
    public static final String XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final Set<Charset> READ = Set.of(StandardCharsets.UTF_8, Charset.forName("windows-1252"),
            StandardCharsets.ISO_8859_1, StandardCharsets.US_ASCII);

    private final String type;

    FileFormat(String type) {
        this.type = type;
    }

    /** The format of a body with that media type, which is one of the two. */
    static FileFormat of(MediaType type) {
        return type.equalsTypeAndSubtype(MediaType.parseMediaType(XLSX.type)) ? XLSX : CSV;
    }

    /** Whether a file that calls itself so can be read: CSV is in UTF-8 or Windows-1252, which Latin-1 is a part of. */
    static boolean isRead(MediaType type) {
        Charset charset = type.getCharset();
        return charset == null || READ.contains(charset);
    }

    /**
     * The table in a file of this format.
     *
     * @throws UnreadableFile if it is no such file
     * @throws FileTooLarge if it goes beyond the limits
     */
    Sheet read(byte[] file) throws UnreadableFile {
        return switch (this) {
            case CSV -> CsvSheet.read(file);
            case XLSX -> XlsxSheet.read(file);
        };
    }
}
