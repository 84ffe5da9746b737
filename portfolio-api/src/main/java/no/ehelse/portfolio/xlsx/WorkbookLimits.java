package no.ehelse.portfolio.xlsx;

/**
 * How much of everything a workbook may have. What goes beyond is a {@link WorkbookTooLarge}, but a long text, which is
 * cut off.
 *
 * @param entries files in the archive
 * @param unpacked bytes of all of them together, counted while they are unpacked
 * @param ratio unpacked bytes for each packed one, of archives that unpack to more than a mebibyte
 * @param depth elements within each other
 * @param sheets worksheets
 * @param strings shared texts
 * @param styles formats of cells
 * @param columns columns with something in them
 * @param cell characters of a cell
 * @param text characters of all cells of a worksheet together, however often they share one text
 */
public record WorkbookLimits(int entries, long unpacked, int ratio, int depth, int sheets, int strings, int styles,
        int columns, int cell, int text) {}
