package no.ehelse.portfolio.projectors;

import java.util.List;
import no.ehelse.portfolio.organisation.view.OrganisationTables;
import no.ehelse.portfolio.projection.Progress;
import no.ehelse.portfolio.projection.ReadTables;
import no.ehelse.portfolio.round.view.PrintedFigures;
import no.ehelse.portfolio.round.view.RoundTables;
import no.ehelse.portfolio.tiltak.view.TiltakTables;

/** All tables of a set, or of whichever set serves, and how far they have read. */
public record SetOfTables(Progress progress, TiltakTables tiltak, RoundTables rounds, PrintedFigures printed,
        OrganisationTables organisations) {

    /** What the tables of a set are called, without its letter. */
    public static final List<String> NAMES = List.of("tiltak_entry", "tiltak_version", "tiltak_budget", "round_entry",
            "reporting_round", "round_edition", "printed_figure", "organisation_entry", "organisation",
            "organisation_alias");

    /** The tables that a {@link ReadTables} names. */
    public static SetOfTables of(ReadTables tables, Progress progress) {
        return new SetOfTables(progress, TiltakTables.of(tables), new RoundTables(tables),
                new PrintedFigures(tables),
                new OrganisationTables(tables));
    }
}
