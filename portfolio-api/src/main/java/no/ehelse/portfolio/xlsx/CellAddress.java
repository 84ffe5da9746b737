package no.ehelse.portfolio.xlsx;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a cell is.
 *
 * @param column from 0
 * @param row from 1
 */
public record CellAddress(int column, int row) {

    /** The last row that there can be. */
    static final int LAST_ROW = 1_048_576;

    private static final int COLUMNS = 16_384;
    private static final int LETTERS = 26;
    private static final Pattern ADDRESS = Pattern.compile("([A-Z]{1,3})([1-9]\\d{0,6})");

    /** The address that is written like {@code C7}. */
    static CellAddress read(String text) throws UnreadableWorkbook {
        Matcher written = ADDRESS.matcher(text);
        if (!written.matches()) {
            throw wrong();
        }
        int column = 0;
        for (char letter : written.group(1).toCharArray()) {
            column = column * LETTERS + letter - 'A' + 1;
        }
        return new CellAddress(column - 1, Integer.parseInt(written.group(2))).checked();
    }

    /** This address, if a sheet has it. */
    CellAddress checked() throws UnreadableWorkbook {
        if (column >= COLUMNS || row > LAST_ROW) {
            throw wrong();
        }
        return this;
    }

    private static UnreadableWorkbook wrong() {
        return UnreadableWorkbook.damaged("a cell is where no sheet has one");
    }

    /** As people write it, such as {@code C7}. */
    @Override
    public String toString() {
        StringBuilder letters = new StringBuilder();
        for (int left = column + 1; left > 0; left = (left - 1) / LETTERS) {
            letters.insert(0, (char) ('A' + (left - 1) % LETTERS));
        }
        return letters.append(row).toString();
    }
}
