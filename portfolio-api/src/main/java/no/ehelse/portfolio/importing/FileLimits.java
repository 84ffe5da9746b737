package no.ehelse.portfolio.importing;

import no.ehelse.portfolio.xlsx.WorkbookLimits;

/**
 * How much of everything the file of a round may have. The body as a whole is bounded before: an import takes 2 MiB. Rows,
 * columns, parts and what they unpack to are {@code payload-too-large}; a long cell is an error of its row.
 */
final class FileLimits {

    /** Rows, the heading and blank ones not counted. */
    static final int ROWS = 5000;

    /** Columns; the layout of 2022 with a budget for every year from 2000 to 2100 has 110. */
    static final int COLUMNS = 256;

    /** Characters of a heading. */
    static final int HEADING = 200;

    /** Characters of any other cell. */
    static final int CELL = 4000;

    /** Workbooks that are unpacked at the same time, each to at most what follows; others wait. */
    static final int WORKBOOKS = 4;

    /**
     * What a workbook may be within. The largest that makes sense, 5,000 rows with long names, unpacks to some 5 MiB at a
     * ratio below 20; the text of all cells together is what a CSV file could hold.
     */
    static final WorkbookLimits WORKBOOK = new WorkbookLimits(1000, 16 * 1024 * 1024, 200, 64, 100, 100_000, 65_000,
            COLUMNS, CELL, 2 * 1024 * 1024);

    private FileLimits() {}
}
