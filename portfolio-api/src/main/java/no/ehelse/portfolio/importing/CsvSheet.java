package no.ehelse.portfolio.importing;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads a CSV file: UTF-8 with or without byte order mark, or else Windows-1252; separated by whichever of semicolon
 * and comma the heading line uses.
 */
final class CsvSheet {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private CsvSheet() {}

    /**
     * The table in the file.
     *
     * @throws UnreadableFile if it is empty, or a file of another kind
     * @throws FileTooLarge if it has more rows than one import takes
     */
    static Sheet read(byte[] file) throws UnreadableFile {
        refuseOtherKinds(file);
        String text = decoded(file);
        refuseOtherTexts(text);
        return parsed(text, separatorOf(text));
    }

    private static void refuseOtherKinds(byte[] file) throws UnreadableFile {
        FileKind kind = FileKind.of(file).orElse(null);
        if (kind == FileKind.ARCHIVE) {
            throw new UnreadableFile(1, "unreadable-file", "The file is " + kind.description()
                    + "; send a workbook as " + FileFormat.XLSX_TYPE + ", or save it as CSV in UTF-8.");
        }
        if (kind != null) {
            throw anotherKind(kind.description());
        }
    }

    private static String decoded(byte[] file) throws UnreadableFile {
        try {
            String text = decoded(file, StandardCharsets.UTF_8);
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            try {
                return decoded(file, WINDOWS_1252);
            } catch (CharacterCodingException neither) {
                throw anotherKind("no text in UTF-8 or Windows-1252");
            }
        }
    }

    private static String decoded(byte[] file, Charset charset) throws CharacterCodingException {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(file))
                .toString();
    }

    private static void refuseOtherTexts(String text) throws UnreadableFile {
        if (CellText.isBlank(text)) {
            throw new UnreadableFile(1, "empty-file", "The file is empty.");
        }
        if (text.indexOf('\0') >= 0) {
            throw anotherKind("binary");
        }
        if (text.stripLeading().startsWith("<")) {
            throw anotherKind(text.toLowerCase(Locale.ROOT).contains("<html") ? "a web page" : "XML");
        }
    }

    private static UnreadableFile anotherKind(String kind) {
        return new UnreadableFile(1, "unreadable-file", "The file is " + kind + "; save it as CSV in UTF-8.");
    }

    private static char separatorOf(String text) {
        int semicolons = 0;
        int commas = 0;
        boolean quoted = false;
        for (int place = 0; place < text.length(); place++) {
            char character = text.charAt(place);
            if (character == '"') {
                quoted = !quoted;
            } else if (!quoted && (character == '\n' || character == '\r')) {
                break;
            } else if (!quoted) {
                semicolons += character == ';' ? 1 : 0;
                commas += character == ',' ? 1 : 0;
            }
        }
        return commas > semicolons ? ',' : ';';
    }

    private static Sheet parsed(String text, char separator) throws UnreadableFile {
        CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(separator).setIgnoreEmptyLines(false).get();
        long row = 1;
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            Iterator<CSVRecord> records = parser.iterator();
            List<String> headings = records.next().toList();
            List<Sheet.Line> lines = new ArrayList<>();
            row = parser.getCurrentLineNumber() + 1;
            while (records.hasNext()) {
                Sheet.Line line = new Sheet.Line((int) row, records.next().toList());
                if (!line.isBlank()) {
                    lines.add(line);
                }
                if (lines.size() > FileLimits.ROWS) {
                    throw new FileTooLarge("The file has more than " + FileLimits.ROWS + " rows.");
                }
                row = parser.getCurrentLineNumber() + 1;
            }
            return new Sheet(headings, lines);
        } catch (UncheckedIOException | IOException malformed) {
            throw new UnreadableFile((int) row, "unreadable-file",
                    "From this line on the file is no CSV: a quotation mark is missing, or there is one too many.");
        }
    }
}
