package no.ehelse.portfolio.importing;

import java.util.List;

/**
 * A table out of a file, as text and not yet understood.
 *
 * @param headings the cells of the first line
 * @param lines the other lines but the blank ones
 * @param wrong what is wrong with the table as a whole
 */
record Sheet(List<String> headings, List<Line> lines, List<Finding> wrong) {

    /** A table with nothing wrong as a whole. */
    Sheet(List<String> headings, List<Line> lines) {
        this(headings, lines, List.of());
    }

    /**
     * One row.
     *
     * @param row the line of the file on which it starts, from 1; a cell can hold line breaks, so this is no index
     * @param cells as they stand in the file; empty where something is wrong with one
     * @param wrong what is wrong with cells already before anybody asks what they mean
     */
    record Line(int row, List<String> cells, List<Finding> wrong) {

        /** A row in which every cell is text. */
        Line(int row, List<String> cells) {
            this(row, cells, List.of());
        }

        boolean isBlank() {
            return wrong.isEmpty() && cells.stream().allMatch(CellText::isBlank);
        }
    }
}
