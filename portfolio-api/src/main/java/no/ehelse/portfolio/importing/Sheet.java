package no.ehelse.portfolio.importing;

import java.util.List;

/**
 * A table out of a file, as text and not yet understood.
 *
 * @param headings the cells of the first line
 * @param lines the other lines but the blank ones
 */
record Sheet(List<String> headings, List<Line> lines) {

    /**
     * One row.
     *
     * @param row the line of the file on which it starts, from 1; a cell can hold line breaks, so this is no index
     * @param cells as they stand in the file
     */
    record Line(int row, List<String> cells) {

        boolean isBlank() {
            return cells.stream().allMatch(CellText::isBlank);
        }
    }
}
