package no.ehelse.portfolio.xlsx;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Understands the cells of a workbook. */
final class CellReader {

    /** Longer than any number that a spreadsheet writes. */
    private static final int LONGEST_NUMBER = 40;

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?");
    private static final Pattern INTEGER = Pattern.compile("\\d{1,9}");

    /** Up to so many digits survive in the binary numbers of spreadsheets; what follows is noise. */
    private static final int EXACT_DIGITS = 15;

    private final SharedStrings texts;
    private final DateStyles dates;
    private final WorkbookLimits limits;

    CellReader(SharedStrings texts, DateStyles dates, WorkbookLimits limits) {
        this.texts = texts;
        this.dates = dates;
        this.limits = limits;
    }

    /** The cell that starts here; null: it is blank. */
    @Nullable Cell read(XmlReader xml, CellAddress address) throws UnreadableWorkbook {
        int depth = 4;
        String type = xml.attribute("t");
        String style = xml.attribute("s");
        String value = "";
        boolean formula = false;
        while (xml.nextWithin(depth)) {
            if (xml.is("f")) {
                formula = true;
            } else if (xml.is("v")) {
                value = xml.text();
            } else if (xml.is("is")) {
                value = SharedStrings.text(xml, depth + 1, limits);
            }
        }
        if (formula) {
            return new Cell.Formula();
        }
        return value.isEmpty() ? null : understood(type == null ? "n" : type, style, value, address);
    }

    private @Nullable Cell understood(String type, @Nullable String style, String value, CellAddress address)
            throws UnreadableWorkbook {
        return switch (type) {
            case "n" -> number(value, address, style);
            case "s" -> text(shared(value, address));
            case "inlineStr" -> text(value);
            case "str" -> text(SpreadsheetText.decoded(value));
            case "b" -> new Cell.Truth();
            case "d" -> new Cell.Date();
            case "e" -> new Cell.Failure(value.length() > LONGEST_NUMBER ? "" : value);
            default -> throw wrong(address);
        };
    }

    private static @Nullable Cell text(String text) {
        return text.isEmpty() ? null : new Cell.Text(text);
    }

    private String shared(String value, CellAddress address) throws UnreadableWorkbook {
        String text = INTEGER.matcher(value.strip()).matches() ? texts.find(Integer.parseInt(value.strip())) : null;
        if (text == null) {
            throw wrong(address);
        }
        return text;
    }

    private Cell number(String value, CellAddress address, @Nullable String style) throws UnreadableWorkbook {
        String written = value.strip();
        if (written.length() > LONGEST_NUMBER || !NUMBER.matcher(written).matches()) {
            throw wrong(address);
        }
        if (style != null && INTEGER.matcher(style).matches() && dates.isDate(Integer.parseInt(style))) {
            return new Cell.Date();
        }
        BigDecimal number = new BigDecimal(written);
        if (number.precision() > EXACT_DIGITS) {
            double binary = Double.parseDouble(written);
            number = Double.isFinite(binary) ? new BigDecimal(Double.toString(binary)) : number;
        }
        return new Cell.Numeric(number);
    }

    private static UnreadableWorkbook wrong(CellAddress address) {
        return UnreadableWorkbook.damaged("cell " + address + " holds nothing that a cell can hold");
    }
}
