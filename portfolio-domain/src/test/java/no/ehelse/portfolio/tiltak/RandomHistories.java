package no.ehelse.portfolio.tiltak;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import no.ehelse.portfolio.actor.Actor;
import no.ehelse.portfolio.command.Conditions;
import no.ehelse.portfolio.command.Decision;
import no.ehelse.portfolio.organisation.OrganisationId;
import no.ehelse.portfolio.organisation.OrganisationsInMemory;
import no.ehelse.portfolio.round.RoundId;
import no.ehelse.portfolio.round.RoundsInMemory;
import no.ehelse.portfolio.tiltak.TiltakCommand.AssessRisk;
import no.ehelse.portfolio.tiltak.TiltakCommand.AssignSegment;
import no.ehelse.portfolio.tiltak.TiltakCommand.ChangeActivity;
import no.ehelse.portfolio.tiltak.TiltakCommand.ChangeFocusArea;
import no.ehelse.portfolio.tiltak.TiltakCommand.ChangePhase;
import no.ehelse.portfolio.tiltak.TiltakCommand.RegisterTiltak;
import no.ehelse.portfolio.tiltak.TiltakCommand.ReinstateTiltak;
import no.ehelse.portfolio.tiltak.TiltakCommand.RemoveTiltak;
import no.ehelse.portfolio.tiltak.TiltakCommand.RenameTiltak;
import no.ehelse.portfolio.tiltak.TiltakCommand.ReportBudget;
import no.ehelse.portfolio.tiltak.TiltakCommand.ReportStatus;
import no.ehelse.portfolio.tiltak.TiltakCommand.RetractEntry;
import no.ehelse.portfolio.tiltak.TiltakCommand.SubmitReport;
import no.ehelse.portfolio.tiltak.TiltakCommand.TransferTiltak;
import no.ehelse.portfolio.tiltak.TiltakEvent.EntryRetracted;
import no.ehelse.portfolio.tiltak.TiltakEvent.TiltakRemoved;
import org.jspecify.annotations.Nullable;

/**
 * Histories of one tiltak by chance, on a dozen days around 2022-01-01, so that days, values and instants collide.
 *
 * <p>A step says by numbers what somebody tries; what it becomes depends on the history so far.
 */
final class RandomHistories {

    private static final TiltakNumber NUMBER = new TiltakNumber(9001);
    private static final LocalDate FIRST_DAY = LocalDate.parse("2021-12-27");
    private static final int DAYS = 12;
    private static final Instant START = Instant.parse("2022-02-01T08:00:00Z");
    private static final List<RoundId> ROUNDS = List.of(new RoundId("2021-12"), new RoundId("2022-01"));

    /**
     * What somebody tries.
     *
     * @param what which command
     * @param day how many days after the first day it is effective
     * @param value which value
     * @param target which earlier entry it retracts
     * @param tick by how many milliseconds the clock goes on; a clock may run backwards
     * @param flag whether it is a correction, or has another comment
     */
    record Step(int what, int day, int value, int target, int tick, boolean flag) {}

    private RandomHistories() {}

    /** All days on which something can happen, and one on either side. */
    static List<LocalDate> days() {
        return FIRST_DAY.minusDays(1).datesUntil(FIRST_DAY.plusDays(DAYS + 1L)).toList();
    }

    private static Arbitrary<List<Step>> steps() {
        return Combinators.combine(Arbitraries.integers().between(0, 22), Arbitraries.integers().between(0, DAYS - 1),
                Arbitraries.integers().between(0, 63), Arbitraries.integers().between(0, 99),
                Arbitraries.integers().between(-1, 2), Arbitraries.of(true, false))
                .as(Step::new)
                .list()
                .ofMinSize(8)
                .ofMaxSize(24);
    }

    /** Histories that came about by commands, of which only the accepted ones count. */
    static Arbitrary<TiltakHistory> accepted() {
        return Combinators.combine(steps(), Arbitraries.integers().between(2, DAYS - 1)).as((steps, day) -> {
            Step registration = new Step(0, day, 0, 0, 0, false);
            TiltakHistory history = handle(TiltakHistory.EMPTY, registration);
            for (Step step : steps) {
                history = handle(history, step);
            }
            return history;
        });
    }

    private static TiltakHistory handle(TiltakHistory history, Step step) {
        TiltakCommand command = command(history, step);
        return switch (TiltakDecision.decide(history, command, circumstances(step.value()))) {
            case Decision.Happened<TiltakEvent> happened -> history.with(entry(history, step, happened.event()));
            case Decision.Repeated<TiltakEvent> repeated -> history;
            case Decision.Refused<TiltakEvent> refused -> history;
        };
    }

    /** Histories of any events in any order, which no rule kept apart; retractions are of unretracted entries. */
    static Arbitrary<TiltakHistory> raw() {
        return steps().map(steps -> {
            TiltakHistory history = TiltakHistory.EMPTY;
            for (Step step : steps) {
                history = withAny(history, step);
            }
            return history;
        });
    }

    private static TiltakHistory withAny(TiltakHistory history, Step step) {
        TiltakCommand command = command(history, step);
        if (command instanceof RetractEntry retract) {
            return history.liveEntries().stream().anyMatch(entry -> entry.eventId().equals(retract.event()))
                    ? history.with(entry(history, step, new EntryRetracted(NUMBER, retract.event(), "by chance")))
                    : history;
        }
        return TiltakDecision.decide(historyThatAllows(command), command,
                circumstances(0)) instanceof Decision.Happened<TiltakEvent> happened
                        ? history.with(entry(history, step, happened.event()))
                        : history;
    }

    /** The events of a command are the same whatever happened before; so they are taken where it is allowed. */
    private static TiltakHistory historyThatAllows(TiltakCommand command) {
        if (command instanceof RegisterTiltak) {
            return TiltakHistory.EMPTY;
        }
        TiltakHistory registered = handle(TiltakHistory.EMPTY, new Step(0, 0, 0, 0, 0, false));
        return command instanceof ReinstateTiltak ? handle(registered, new Step(15, 0, 0, 0, 0, false)) : registered;
    }

    private static Circumstances circumstances(int value) {
        RoundsInMemory rounds = new RoundsInMemory();
        rounds.open(ROUNDS.getFirst(), FIRST_DAY.plusDays(4));
        rounds.open(ROUNDS.getLast(), FIRST_DAY.plusDays(9));
        if (value % 4 == 1) {
            rounds.publish(ROUNDS.getFirst());
        }
        OrganisationsInMemory organisations = new OrganisationsInMemory();
        organisations.register(new OrganisationId("ks"));
        organisations.register(new OrganisationId("nhn"));
        return new Circumstances(FIRST_DAY.plusDays(DAYS), Actor.SYSTEM, Conditions.NONE, rounds, organisations);
    }

    private static TiltakHistory.Entry entry(TiltakHistory history, Step step, TiltakEvent event) {
        long sequence = history.version() + 1;
        Instant last = history.entries().isEmpty() ? START : history.entries().getLast().recordedAt();
        return new TiltakHistory.Entry("e" + sequence, sequence, last.plusMillis(step.tick()), null, event);
    }

    private static TiltakCommand command(TiltakHistory history, Step step) {
        Occasion occasion = new Occasion(FIRST_DAY.plusDays(step.day()), step.flag() ? "comment " + step.value() : null,
                step.value() % 3 == 0 ? round(step) : null, step.flag());
        int value = step.value();
        return switch (step.what()) {
            case 0 -> new RegisterTiltak(NUMBER, occasion, facts(value).with(Attribute.NAME, "Tiltak " + value % 3),
                    organisation(value), step.flag() ? occasion.effectiveFrom().minusDays(value) : null);
            case 1, 2 -> new ReportStatus(NUMBER, occasion, oneOf(Status.values(), value));
            case 3 -> new AssessRisk(NUMBER, occasion, oneOf(Risk.values(), value));
            case 4 -> new ChangePhase(NUMBER, occasion, oneOf(Phase.values(), value));
            case 5, 6 -> new AssignSegment(NUMBER, occasion, oneOf(Segment.values(), value));
            case 7 -> new ChangeActivity(NUMBER, occasion, some(Activity.values(), value));
            case 8 -> new ChangeFocusArea(NUMBER, occasion, focusArea(value));
            case 9 -> new ReportBudget(NUMBER, occasion, 2020 + value % 3, amount(value / 3));
            case 10 -> new RenameTiltak(NUMBER, occasion, "Tiltak " + value % 3);
            case 11 -> new TransferTiltak(NUMBER, occasion, new OrganisationReference(value % 2 == 0 ? "ks" : null));
            case 12, 13, 14 -> new SubmitReport(NUMBER, round(step), step.flag() ? occasion.effectiveFrom() : null,
                    occasion.comment(), step.flag(), facts(value), organisation(value),
                    new Comments(step.flag() ? "status " + value : null, value % 2 == 0 ? "risk" : null));
            case 15, 16 -> new RemoveTiltak(NUMBER, occasion, some(RemovalReason.values(), value),
                    step.flag() ? "way forward" : null, List.of(new TiltakNumber(9002)),
                    value % 2 == 0 ? occasion.effectiveFrom() : null);
            case 17, 18, 19 -> new ReinstateTiltak(NUMBER, soonAfterTheLastRemoval(history, step, occasion));
            default -> new RetractEntry(NUMBER, target(history, step), "by chance");
        };
    }

    private static Occasion soonAfterTheLastRemoval(TiltakHistory history, Step step, Occasion otherwise) {
        return history.liveEntries()
                .reversed()
                .stream()
                .map(TiltakHistory.Entry::event)
                .filter(TiltakRemoved.class::isInstance)
                .map(event -> ((TiltakRemoved) event).occasion().effectiveFrom())
                .findFirst()
                .map(removed -> Occasion.on(removed.plusDays(step.value() % 3)))
                .orElse(otherwise);
    }

    private static String target(TiltakHistory history, Step step) {
        return history.entries().isEmpty() ? "none" : "e" + step.target() % history.entries().size();
    }

    private static RoundId round(Step step) {
        return ROUNDS.get(step.target() % 2);
    }

    private static <T> T some(T[] values, int value) {
        return List.of(values).get(value % values.length);
    }

    private static <T> @Nullable T oneOf(T[] values, int value) {
        return value % (values.length + 1) == values.length ? null : some(values, value % (values.length + 1));
    }

    private static @Nullable FocusAreaCode focusArea(int value) {
        return value % 3 == 0 ? null : FocusAreas.ALL.get(value % 2).code();
    }

    private static @Nullable BigDecimal amount(int value) {
        return value % 3 == 0 ? null : BigDecimal.valueOf(value % 3);
    }

    private static @Nullable OrganisationReference organisation(int value) {
        return switch (value % 4) {
            case 0 -> new OrganisationReference("ks");
            case 1 -> new OrganisationReference("nhn");
            case 2 -> new OrganisationReference(null);
            default -> null;
        };
    }

    /** Some of the attributes: each bit of the value states one, some of them as not reported. */
    private static Facts facts(int value) {
        Facts facts = Facts.NONE;
        facts = bit(value, 0) ? facts.with(Attribute.STATUS, oneOf(Status.values(), value / 2)) : facts;
        facts = bit(value, 1) ? facts.with(Attribute.RISK, oneOf(Risk.values(), value / 3)) : facts;
        facts = bit(value, 2) ? facts.with(Attribute.SEGMENT, oneOf(Segment.values(), value / 5)) : facts;
        facts = bit(value, 3) ? facts.with(Attribute.PHASE, oneOf(Phase.values(), value / 7)) : facts;
        facts = bit(value, 4) ? facts.with(Attribute.budget(2020 + value % 2), amount(value / 2)) : facts;
        return bit(value, 5) ? facts.with(Attribute.FOCUS_AREA, focusArea(value)) : facts;
    }

    private static boolean bit(int value, int place) {
        return (value >> place & 1) == 1;
    }
}
