package no.ehelse.portfolio.tiltak;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import no.ehelse.portfolio.command.InvalidValue;
import no.ehelse.portfolio.command.Text;
import no.ehelse.portfolio.round.RoundId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Every command that a tiltak takes. */
public sealed interface TiltakCommand {

    /** The tiltak it is for. */
    TiltakNumber number();

    /** The identifier of the tiltak's aggregate. */
    @JsonIgnore
    @TargetAggregateIdentifier
    default String aggregateIdentifier() {
        return number().aggregateIdentifier();
    }

    /**
     * Registers a tiltak, or, with an earlier day, the older history of a registered one.
     *
     * @param facts the stated values but the organisation; the name is required, the activity is ACTIVE unless stated
     * @param organisation who answers for it; null: not stated
     * @param earliest the first day from which it may have been there; null: the effective day is exact
     */
    record RegisterTiltak(TiltakNumber number, Occasion occasion, Facts facts,
            @Nullable OrganisationReference organisation, @Nullable LocalDate earliest) implements TiltakCommand {

        /** Checks the values, whatever the state. */
        public RegisterTiltak {
            facts = checked(facts);
            if (!facts.state(Attribute.NAME)) {
                throw new InvalidValue("name", "missing", "name is missing");
            }
            if (!facts.state(Attribute.ACTIVITY)) {
                facts = facts.with(Attribute.ACTIVITY, Activity.ACTIVE);
            }
            occasion.requireEarliest(earliest);
        }
    }

    /** Reports a status; null: not reported. */
    record ReportStatus(TiltakNumber number, Occasion occasion, @Nullable Status status) implements TiltakCommand {}

    /** Assesses a risk; null: not reported. */
    record AssessRisk(TiltakNumber number, Occasion occasion, @Nullable Risk risk) implements TiltakCommand {}

    /** Changes the phase; null: not reported. */
    record ChangePhase(TiltakNumber number, Occasion occasion, @Nullable Phase phase) implements TiltakCommand {}

    /** Assigns a segment; null: not reported. */
    record AssignSegment(TiltakNumber number, Occasion occasion, @Nullable Segment segment) implements TiltakCommand {}

    /** Changes the activity. */
    record ChangeActivity(TiltakNumber number, Occasion occasion, Activity activity) implements TiltakCommand {}

    /** Changes the focus area; null: not reported. */
    record ChangeFocusArea(TiltakNumber number, Occasion occasion, @Nullable FocusAreaCode focusArea)
            implements TiltakCommand {}

    /** Reports the budget of a year in million kroner; null: not reported. */
    record ReportBudget(TiltakNumber number, Occasion occasion, int year, @Nullable BigDecimal amount)
            implements TiltakCommand {

        /** Checks year and amount, whatever the state. */
        public ReportBudget {
            Attribute.budget(year);
            amount = Amount.checked("amount", amount);
        }
    }

    /** Renames the tiltak. */
    record RenameTiltak(TiltakNumber number, Occasion occasion, String name) implements TiltakCommand {

        /** Checks the name, whatever the state. */
        public RenameTiltak {
            name = Text.name("name", name);
        }
    }

    /** Transfers the tiltak to an organisation, or to an unknown one. */
    record TransferTiltak(TiltakNumber number, Occasion occasion, OrganisationReference organisation)
            implements TiltakCommand {}

    /**
     * Submits a report in a round.
     *
     * @param effectiveFrom the first day on which it holds; null: the round's cut-off
     * @param comment the reason in the reporter's words; null: none
     * @param correction whether it knowingly changes what a published round was about
     * @param facts the stated values but the organisation
     * @param organisation who answers for it; null: not stated
     */
    record SubmitReport(TiltakNumber number, RoundId round, @Nullable LocalDate effectiveFrom,
            @Nullable String comment, boolean correction, Facts facts, @Nullable OrganisationReference organisation,
            Comments comments) implements TiltakCommand {

        /** Checks the values, whatever the state. */
        public SubmitReport {
            facts = checked(facts);
            comment = Text.comment("comment", comment);
            if (effectiveFrom != null) {
                Occasion.requireDay("effectiveFrom", effectiveFrom);
            }
        }
    }

    /**
     * Retracts an entry with all its facts.
     *
     * @param event the identifier of the event
     * @param comment why; required
     */
    record RetractEntry(TiltakNumber number, String event, @Nullable String comment) implements TiltakCommand {

        /** Checks the comment, whatever the state. */
        public RetractEntry {
            comment = Text.comment("comment", comment);
        }
    }

    /**
     * Removes the tiltak from the portfolio.
     *
     * @param wayForward what becomes of it, in the source's words; null: nothing is said
     * @param successors the tiltak that continue it; they need not be registered yet
     * @param earliest the first day from which it may have been gone; null: the effective day is exact
     */
    record RemoveTiltak(TiltakNumber number, Occasion occasion, RemovalReason reason, @Nullable String wayForward,
            List<TiltakNumber> successors, @Nullable LocalDate earliest) implements TiltakCommand {

        /** Checks the values, whatever the state. */
        public RemoveTiltak {
            wayForward = Text.comment("wayForward", wayForward);
            if (successors.contains(number)) {
                throw new InvalidValue("successors", "itself", "a tiltak cannot succeed itself");
            }
            successors = successors.stream().distinct().toList();
            occasion.requireEarliest(earliest);
        }
    }

    /** Brings the tiltak back into the portfolio. */
    record ReinstateTiltak(TiltakNumber number, Occasion occasion) implements TiltakCommand {}

    private static Facts checked(Facts facts) {
        Facts checked = facts;
        if (facts.state(Attribute.NAME)) {
            String name = facts.get(Attribute.NAME);
            if (name == null) {
                throw new InvalidValue("name", "null", "name is never null");
            }
            checked = checked.with(Attribute.NAME, Text.name("name", name));
        }
        if (facts.state(Attribute.ACTIVITY) && facts.get(Attribute.ACTIVITY) == null) {
            throw new InvalidValue("activity", "null", "activity is never null");
        }
        for (Attribute<?> attribute : facts.attributes()) {
            if (attribute.isBudget()) {
                Attribute<BigDecimal> budget = Attribute.budget(attribute.year());
                checked = checked.with(budget, Amount.checked(budget.name(), facts.get(budget)));
            }
        }
        return checked;
    }
}
