package no.ehelse.portfolio.importing;

import java.time.LocalDate;
import java.util.Objects;
import java.util.SortedMap;
import no.ehelse.portfolio.tiltak.Attribute;
import no.ehelse.portfolio.tiltak.Facts;

/** One way in which the file of a round is laid out, and the reading rules that belong to it. */
sealed interface Layout permits Layout2020, Layout2022 {

    /** The heading of the portfolio number. */
    String NUMBER = "ID";

    /** What the heading of a budget begins with; the year follows. */
    String BUDGET = "Budsjett";

    /** The name that it goes by in answers. */
    String name();

    /** The headings of the columns that it knows beside the number and the budgets. */
    SortedMap<Attribute<?>, String> headings();

    /**
     * The heading of an attribute's column.
     *
     * @throws NullPointerException if the layout has none for it
     */
    default String heading(Attribute<?> attribute) {
        return Objects.requireNonNull(headings().get(attribute), "no heading");
    }

    /**
     * What a row states, by the reading rules of this layout.
     *
     * @param cells the row
     * @param cutOff the cut-off day of the round that the file is about
     */
    Facts read(Cells cells, LocalDate cutOff);

    /** The heading of a year's budget. */
    static String budget(int year) {
        return BUDGET + " " + year;
    }
}
