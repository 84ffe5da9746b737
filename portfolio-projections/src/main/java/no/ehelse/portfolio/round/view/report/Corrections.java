package no.ehelse.portfolio.round.view.report;

import java.time.LocalDate;
import java.util.List;
import no.ehelse.portfolio.round.RoundId;

/**
 * What separates a published edition from what was known later. From one correction to the next the figures do not change,
 * so the changes of one figure, taken in order, lead from the published value to the present one.
 *
 * @param cutOff the day (valid time) that the report is about
 * @param edition the published edition
 * @param corrections in the order in which they were recorded
 * @param differences of the figures: {@code before} as published, {@code after} as known later
 */
public record Corrections(RoundId round, LocalDate cutOff, int edition, List<Correction> corrections,
        List<FigureChange> differences) {

    /** Copies the lists. */
    public Corrections {
        corrections = List.copyOf(corrections);
        differences = List.copyOf(differences);
    }
}
