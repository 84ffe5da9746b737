package no.ehelse.portfolio.importing;

import java.time.LocalDate;
import no.ehelse.portfolio.round.RoundId;
import no.ehelse.portfolio.tiltak.Attribute;
import no.ehelse.portfolio.tiltak.Facts;
import no.ehelse.portfolio.tiltak.TiltakEvent;
import no.ehelse.portfolio.tiltak.TiltakEvent.ReportSubmitted;
import no.ehelse.portfolio.tiltak.TiltakEvent.TiltakRegistered;
import no.ehelse.portfolio.tiltak.TiltakHistory;
import org.springframework.stereotype.Component;

/**
 * How rows are taken whose file has the columns of a {@link PortfolioSheet}: it may be one that we wrote, and such a file
 * says more than anybody reported, what held from earlier rounds and a column for every year that any tiltak has.
 */
@Component
class WrittenRows {

    private final Histories histories;
    private final SaidAlready saidAlready;

    WrittenRows(Histories histories, SaidAlready saidAlready) {
        this.histories = histories;
        this.saidAlready = saidAlready;
    }

    /**
     * The row without the blank budgets of years that nothing was ever stated about: we write both as a blank cell, what is
     * not reported and what is not stated.
     *
     * @param day the day (valid time)
     */
    ReportRow asMeant(ReportRow row, LocalDate day) {
        Facts held = histories.of(row.number()).on(day).facts();
        Facts facts = row.facts();
        for (Attribute<?> attribute : row.facts().attributes()) {
            if (attribute.isBudget() && row.facts().get(attribute) == null && !held.state(attribute)) {
                facts = facts.without(attribute);
            }
        }
        return new ReportRow(row.row(), row.number(), facts, row.organisation());
    }

    /**
     * Whether the tiltak was reported in the round already, and the row says nothing but what holds. Where it was not, the
     * row is its report, even if it only confirms: that cannot be told from what somebody filled in.
     *
     * @param day the cut-off day of the round (valid time)
     */
    boolean isRepeated(ReportRow row, RoundId round, LocalDate day) {
        TiltakHistory history = histories.of(row.number());
        return history.entries()
                .stream()
                .filter(entry -> !history.isRetracted(entry))
                .anyMatch(entry -> isReport(entry.event(), round, day)) && saidAlready.by(row, day);
    }

    private static boolean isReport(TiltakEvent event, RoundId round, LocalDate day) {
        return event instanceof TiltakEvent.Effective effective
                && (event instanceof ReportSubmitted || event instanceof TiltakRegistered)
                && round.equals(effective.occasion().round())
                && day.equals(effective.occasion().effectiveFrom());
    }
}
