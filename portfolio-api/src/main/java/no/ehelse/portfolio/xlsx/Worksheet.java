package no.ehelse.portfolio.xlsx;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A worksheet, read row by row. What it says about its own size is not looked at. */
public final class Worksheet {

    private final String name;
    private final byte[] part;
    private final CellReader cells;
    private final WorkbookLimits limits;

    Worksheet(String name, byte[] part, CellReader cells, WorkbookLimits limits) {
        this.name = name;
        this.part = part;
        this.cells = cells;
        this.limits = limits;
    }

    /** Takes rows in ascending order. */
    @FunctionalInterface
    public interface Rows {

        /**
         * One row with something in it.
         *
         * @return whether the next one is wanted
         */
        boolean take(Row row);
    }

    /** The name that people see. */
    public String name() {
        return name;
    }

    /**
     * Reads the rows that are not blank.
     *
     * @return the first range of merged cells, such as {@code A2:A5}; of all of them, only the first cell has a value
     * @throws UnreadableWorkbook if it is damaged
     * @throws WorkbookTooLarge if it has more columns or more text than the limits allow
     */
    public Optional<String> read(Rows rows) throws UnreadableWorkbook {
        Optional<String> merged = Optional.empty();
        XmlReader xml = new XmlReader(part, "a sheet", limits);
        xml.nextWithin(0);
        while (xml.nextWithin(1)) {
            if (xml.is("sheetData") && !new Reading(xml).all(rows)) {
                return Optional.empty();
            }
            if (xml.is("mergeCells") && xml.nextWithin(2)) {
                merged = Optional.of(range(xml.attribute("ref")));
            }
        }
        return merged;
    }

    private static String range(@Nullable String written) throws UnreadableWorkbook {
        String[] ends = String.valueOf(written).split(":", 2);
        return CellAddress.read(ends[0]) + ":" + CellAddress.read(ends[ends.length - 1]);
    }

    /** One reading of all rows. */
    private final class Reading {

        private final XmlReader xml;
        private int row;
        private int text;

        Reading(XmlReader xml) {
            this.xml = xml;
        }

        /** Whether the end was reached. */
        boolean all(Rows rows) throws UnreadableWorkbook {
            while (xml.nextWithin(2)) {
                if (!xml.is("row")) {
                    continue;
                }
                row = rowNumber(xml.attribute("r"));
                SortedMap<Integer, Cell> content = content();
                if (!content.isEmpty() && !rows.take(new Row(row, content))) {
                    return false;
                }
            }
            return true;
        }

        private int rowNumber(@Nullable String written) throws UnreadableWorkbook {
            int number = written == null ? row + 1 : CellAddress.read("A" + written).row();
            if (number <= row) {
                throw UnreadableWorkbook.damaged("row " + number + " does not come after row " + row);
            }
            return new CellAddress(0, number).checked().row();
        }

        private SortedMap<Integer, Cell> content() throws UnreadableWorkbook {
            SortedMap<Integer, Cell> content = new TreeMap<>();
            int column = -1;
            while (xml.nextWithin(3)) {
                if (!xml.is("c")) {
                    continue;
                }
                CellAddress address = address(xml.attribute("r"), column + 1);
                if (address.column() <= column) {
                    throw UnreadableWorkbook.damaged("cell " + address + " is not in its place");
                }
                column = address.column();
                Cell cell = cells.read(xml, address);
                if (cell != null) {
                    accept(content, address, cell);
                }
            }
            return content;
        }

        private CellAddress address(@Nullable String written, int next) throws UnreadableWorkbook {
            CellAddress address =
                    written == null ? new CellAddress(next, row).checked() : CellAddress.read(written);
            if (address.row() != row) {
                throw UnreadableWorkbook.damaged("cell " + address + " is in row " + row);
            }
            return address;
        }

        private void accept(SortedMap<Integer, Cell> content, CellAddress address, Cell cell) {
            if (address.column() >= limits.columns()) {
                throw new WorkbookTooLarge("Cell " + address + " is beyond the first " + limits.columns()
                        + " columns, which are all that is read.");
            }
            text += cell instanceof Cell.Text written ? written.text().length() : 0;
            if (text > limits.text()) {
                throw new WorkbookTooLarge("The sheet has more than " + limits.text() + " characters of text.");
            }
            content.put(address.column(), cell);
        }
    }
}
