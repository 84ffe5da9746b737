package no.ehelse.portfolio.tiltak;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import no.ehelse.portfolio.round.RoundId;
import no.ehelse.portfolio.tiltak.TiltakEvent.Effective;
import no.ehelse.portfolio.tiltak.TiltakEvent.ReportSubmitted;
import no.ehelse.portfolio.tiltak.TiltakEvent.TiltakRegistered;
import org.jspecify.annotations.Nullable;

/**
 * The same report sent again, the only thing that records nothing: its last unretracted predecessor in the same round
 * has the same day, comments and values, and each of those values still holds on that day.
 */
final class RepeatedReport {

    private RepeatedReport() {}

    static boolean isRepeated(TiltakHistory history, TiltakEvent event) {
        return event instanceof Effective report && isReport(report) && predecessor(history, report.occasion().round())
                .filter(predecessor -> saysTheSame(predecessor, report))
                .isPresent() && stillHolds(history, report);
    }

    private static boolean isReport(Effective event) {
        return event.occasion().round() != null
                && (event instanceof ReportSubmitted || event instanceof TiltakRegistered);
    }

    private static Optional<Effective> predecessor(TiltakHistory history, @Nullable RoundId round) {
        return history.entries()
                .reversed()
                .stream()
                .filter(entry -> !history.isRetracted(entry))
                .filter(entry -> entry.event() instanceof Effective effective && isReport(effective)
                        && Objects.equals(effective.occasion().round(), round))
                .map(entry -> (Effective) entry.event())
                .findFirst();
    }

    private static boolean saysTheSame(Effective predecessor, Effective report) {
        return predecessor.occasion().effectiveFrom().equals(report.occasion().effectiveFrom())
                && comments(predecessor).equals(comments(report))
                && Objects.equals(earliest(predecessor, report), earliest(report, report))
                && valuesBesideWhatIsUnsaid(predecessor, report).sameValuesAs(TiltakEvent.factsOf(report));
    }

    /** A report cannot say the earliest day, so it repeats a registration whatever that said. */
    private static @Nullable LocalDate earliest(Effective event, Effective report) {
        return report instanceof TiltakRegistered && event instanceof TiltakRegistered registered
                ? registered.earliest()
                : null;
    }

    /** Name and activity are never null: a report that leaves them unsaid does not contradict what was said. */
    private static Facts valuesBesideWhatIsUnsaid(Effective predecessor, Effective report) {
        Facts said = TiltakEvent.factsOf(report);
        Facts values = TiltakEvent.factsOf(predecessor);
        for (Attribute<?> attribute : Attribute.SCALARS) {
            if (attribute.isNeverNull() && !said.state(attribute)) {
                values = values.without(attribute);
            }
        }
        return values;
    }

    private static Comments comments(Effective event) {
        return event instanceof ReportSubmitted submitted ? submitted.comments() : Comments.NONE;
    }

    private static boolean stillHolds(TiltakHistory history, Effective report) {
        TiltakState held = history.on(report.occasion().effectiveFrom());
        Facts said = TiltakEvent.factsOf(report);
        return held.inPortfolio() && said.attributes()
                .stream()
                .allMatch(attribute -> Objects.equals(held.facts().get(attribute), said.get(attribute)));
    }
}
