package no.ehelse.portfolio.tiltak;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import no.ehelse.portfolio.organisation.OrganisationId;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** Everything that can have happened to a tiltak. Names, packages and JSON are a storage format. */
public sealed interface TiltakEvent {

    /** The tiltak it happened to. */
    TiltakNumber number();

    /** An event that holds from a day on: every one but a retraction. */
    sealed interface Effective extends TiltakEvent {

        /** From which day it holds, why, and in which round it was reported. */
        Occasion occasion();
    }

    /**
     * A tiltak was registered: it is in the portfolio from the day on.
     *
     * @param facts every stated value; name and activity are always among them
     * @param earliest the first day from which it may have been there; null: the effective day is exact
     */
    @Revision("1")
    record TiltakRegistered(TiltakNumber number, Occasion occasion, Facts facts, @Nullable LocalDate earliest)
            implements Effective {}

    /** A status was reported; null: not reported. */
    @Revision("1")
    record StatusReported(TiltakNumber number, Occasion occasion, @Nullable Status status) implements Effective {}

    /** A risk was assessed; null: not reported. */
    @Revision("1")
    record RiskAssessed(TiltakNumber number, Occasion occasion, @Nullable Risk risk) implements Effective {}

    /** The phase changed; null: not reported. */
    @Revision("1")
    record PhaseChanged(TiltakNumber number, Occasion occasion, @Nullable Phase phase) implements Effective {}

    /** A segment was assigned; null: not reported. */
    @Revision("1")
    record SegmentAssigned(TiltakNumber number, Occasion occasion, @Nullable Segment segment) implements Effective {}

    /** The activity changed. */
    @Revision("1")
    record ActivityChanged(TiltakNumber number, Occasion occasion, Activity activity) implements Effective {}

    /** The focus area changed; null: not reported. */
    @Revision("1")
    record FocusAreaChanged(TiltakNumber number, Occasion occasion, @Nullable FocusAreaCode focusArea)
            implements Effective {}

    /**
     * A budget was reported.
     *
     * @param year the calendar year
     * @param amount in million kroner; null: not reported
     */
    @Revision("1")
    record BudgetReported(TiltakNumber number, Occasion occasion, int year,
            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal amount) implements Effective {}

    /** The tiltak was renamed. */
    @Revision("1")
    record TiltakRenamed(TiltakNumber number, Occasion occasion, String name) implements Effective {}

    /** The tiltak was transferred to another organisation; null: not reported to which. */
    @Revision("1")
    record TiltakTransferred(TiltakNumber number, Occasion occasion, @Nullable OrganisationId organisation)
            implements Effective {}

    /** A report was submitted in a round: several facts in one event. */
    @Revision("1")
    record ReportSubmitted(TiltakNumber number, Occasion occasion, Facts facts, Comments comments)
            implements Effective {}

    /**
     * An entry was retracted with all its facts, as if it had never been reported.
     *
     * @param event the identifier of the retracted event
     * @param comment why
     */
    @Revision("1")
    record EntryRetracted(TiltakNumber number, String event, String comment) implements TiltakEvent {}

    /**
     * The tiltak left the portfolio.
     *
     * @param wayForward what becomes of it, in the source's words; null: nothing is said
     * @param successors the tiltak that continue it
     * @param earliest the first day from which it may have been gone; null: the effective day is exact
     */
    @Revision("1")
    record TiltakRemoved(TiltakNumber number, Occasion occasion, RemovalReason reason, @Nullable String wayForward,
            List<TiltakNumber> successors, @Nullable LocalDate earliest) implements Effective {

        /** Copies the successors. */
        public TiltakRemoved {
            successors = List.copyOf(successors);
        }
    }

    /** The tiltak came back into the portfolio. */
    @Revision("1")
    record TiltakReinstated(TiltakNumber number, Occasion occasion) implements Effective {}

    /** The values that an event states; none for removals, reinstatements and retractions. */
    static Facts factsOf(TiltakEvent event) {
        return switch (event) {
            case TiltakRegistered registered -> registered.facts();
            case StatusReported reported -> Facts.of(Attribute.STATUS, reported.status());
            case RiskAssessed assessed -> Facts.of(Attribute.RISK, assessed.risk());
            case PhaseChanged changed -> Facts.of(Attribute.PHASE, changed.phase());
            case SegmentAssigned assigned -> Facts.of(Attribute.SEGMENT, assigned.segment());
            case ActivityChanged changed -> Facts.of(Attribute.ACTIVITY, changed.activity());
            case FocusAreaChanged changed -> Facts.of(Attribute.FOCUS_AREA, changed.focusArea());
            case BudgetReported reported -> Facts.of(Attribute.budget(reported.year()), reported.amount());
            case TiltakRenamed renamed -> Facts.of(Attribute.NAME, renamed.name());
            case TiltakTransferred transferred -> Facts.of(Attribute.ORGANISATION, transferred.organisation());
            case ReportSubmitted submitted -> submitted.facts();
            case EntryRetracted retracted -> Facts.NONE;
            case TiltakRemoved removed -> Facts.NONE;
            case TiltakReinstated reinstated -> Facts.NONE;
        };
    }
}
