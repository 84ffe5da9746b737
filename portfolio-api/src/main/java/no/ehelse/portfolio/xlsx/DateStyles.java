package no.ehelse.portfolio.xlsx;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which formats of cells show a number as a date. A workbook stores a date as the number of days since 1900, and
 * spreadsheets make a date of what somebody typed as 1.3 without asking.
 */
final class DateStyles {

    /** What in a format is shown as it is, or is a colour, a condition or a language. */
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"?|\\\\.|_.|\\*.|\\[(?![hms]+\\])[^\\]]*\\]?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DATE = Pattern.compile("[ymdhs]", Pattern.CASE_INSENSITIVE);

    private final List<Boolean> ofStyle;

    private DateStyles(List<Boolean> ofStyle) {
        this.ofStyle = ofStyle;
    }

    /** The formats of a part; null: there is none. */
    static DateStyles of(byte @Nullable [] part, WorkbookLimits limits) throws UnreadableWorkbook {
        Set<String> dates = new HashSet<>();
        List<String> formats = new ArrayList<>();
        if (part != null) {
            XmlReader xml = new XmlReader(part, "styles", limits);
            xml.nextWithin(0);
            while (xml.nextWithin(1)) {
                if (xml.is("numFmts")) {
                    readFormats(xml, dates, limits);
                } else if (xml.is("cellXfs")) {
                    readStyles(xml, formats, limits);
                }
            }
        }
        return new DateStyles(formats.stream().map(format -> dates.contains(format) || isBuiltInDate(format)).toList());
    }

    private static void readFormats(XmlReader xml, Set<String> dates, WorkbookLimits limits)
            throws UnreadableWorkbook {
        while (xml.nextWithin(2)) {
            String id = xml.attribute("numFmtId");
            String code = xml.attribute("formatCode");
            if (id != null && code != null && id.length() <= limits.cell() && code.length() <= limits.cell()
                    && showsDate(code)) {
                dates.add(id);
            }
            refuseMoreThan(limits, dates.size());
        }
    }

    private static void readStyles(XmlReader xml, List<String> formats, WorkbookLimits limits)
            throws UnreadableWorkbook {
        while (xml.nextWithin(2)) {
            String format = xml.attribute("numFmtId");
            formats.add(format == null || format.length() > limits.cell() ? "" : format);
            refuseMoreThan(limits, formats.size());
        }
    }

    private static void refuseMoreThan(WorkbookLimits limits, int count) {
        if (count > limits.styles()) {
            throw new WorkbookTooLarge("The workbook has more than " + limits.styles() + " formats.");
        }
    }

    private static boolean showsDate(String code) {
        return DATE.matcher(LITERAL.matcher(code).replaceAll("")).find();
    }

    /** The formats that are known without being listed. */
    private static boolean isBuiltInDate(String format) {
        return switch (format) {
            case "14", "15", "16", "17", "18", "19", "20", "21", "22" -> true;
            case "27", "28", "29", "30", "31", "32", "33", "34", "35", "36" -> true;
            case "45", "46", "47" -> true;
            case "50", "51", "52", "53", "54", "55", "56", "57", "58" -> true;
            default -> false;
        };
    }

    /** Whether a style shows a date. */
    boolean isDate(int style) {
        return style < ofStyle.size() && ofStyle.get(style);
    }
}
