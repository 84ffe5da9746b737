package no.ehelse.portfolio.xlsx;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A row of a worksheet.
 *
 * @param number as spreadsheets count, from 1
 * @param cells what is not blank, by column from 0
 */
public record Row(int number, SortedMap<Integer, Cell> cells) {

    /** Copies the cells. */
    public Row {
        cells = Collections.unmodifiableSortedMap(new TreeMap<>(cells));
    }
}
