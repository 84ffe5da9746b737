package no.ehelse.portfolio.xlsx;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The texts that cells refer to by number. */
final class SharedStrings {

    private final List<String> texts;

    private SharedStrings(List<String> texts) {
        this.texts = texts;
    }

    /** The texts of a part; null: there is none. */
    static SharedStrings of(byte @Nullable [] part, WorkbookLimits limits) throws UnreadableWorkbook {
        List<String> texts = new ArrayList<>();
        if (part != null) {
            XmlReader xml = new XmlReader(part, "shared strings", limits);
            xml.nextWithin(0);
            while (xml.nextWithin(1)) {
                if (xml.is("si")) {
                    texts.add(text(xml, 2, limits));
                }
                if (texts.size() > limits.strings()) {
                    throw new WorkbookTooLarge("The workbook has more than " + limits.strings() + " texts.");
                }
            }
        }
        return new SharedStrings(texts);
    }

    /**
     * The text of an element that holds plain text or runs of it; how Japanese is pronounced is left out.
     *
     * @param depth the element's
     */
    static String text(XmlReader xml, int depth, WorkbookLimits limits) throws UnreadableWorkbook {
        StringBuilder text = new StringBuilder();
        while (xml.nextWithin(depth)) {
            if (xml.is("t")) {
                text.append(xml.text());
            } else if (xml.is("r")) {
                while (xml.nextWithin(depth + 1)) {
                    if (xml.is("t")) {
                        text.append(xml.text());
                    }
                    cut(text, limits);
                }
            }
            cut(text, limits);
        }
        return SpreadsheetText.decoded(text.toString());
    }

    private static void cut(StringBuilder text, WorkbookLimits limits) {
        if (text.length() > limits.cell()) {
            text.setLength(limits.cell() + 1);
        }
    }

    /** The text with that number; null: there is none. */
    @Nullable String find(int number) {
        return number < texts.size() ? texts.get(number) : null;
    }
}
