package no.ehelse.portfolio.importing;

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

    private final String type;

    FileFormat(String type) {
        this.type = type;
    }

    /** The format of a body with that media type, which is one of the two. */
    static FileFormat of(MediaType type) {
        return type.equalsTypeAndSubtype(MediaType.parseMediaType(XLSX.type)) ? XLSX : CSV;
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
