package no.ehelse.portfolio.tiltak.view;

import no.ehelse.portfolio.projection.ReadTables;

/** The tables of tiltak. */
public record TiltakTables(TiltakEntries entries, TiltakVersions versions, TiltakBudgets budgets) {

    /** The tables of a set. */
    public static TiltakTables of(ReadTables tables) {
        TiltakBudgets budgets = new TiltakBudgets(tables);
        return new TiltakTables(new TiltakEntries(tables), new TiltakVersions(tables, budgets), budgets);
    }
}
