package no.ehelse.portfolio.tiltak;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import no.ehelse.portfolio.command.Change;
import no.ehelse.portfolio.tiltak.TiltakEvent.Effective;
import no.ehelse.portfolio.tiltak.TiltakEvent.EntryRetracted;
import no.ehelse.portfolio.tiltak.TiltakEvent.ReportSubmitted;
import no.ehelse.portfolio.tiltak.TiltakEvent.TiltakRegistered;
import no.ehelse.portfolio.tiltak.TiltakEvent.TiltakReinstated;
import no.ehelse.portfolio.tiltak.TiltakEvent.TiltakRemoved;
import no.ehelse.portfolio.tiltak.TiltakHistory.Entry;
import no.ehelse.portfolio.tiltak.TiltakHistory.Period;

/** The temporal rule on histories by chance: against a naive oracle, and against itself. */
class TiltakHistoryPropertyTest {

    @Provide
    Arbitrary<TiltakHistory> accepted() {
        return RandomHistories.accepted();
    }

    @Provide
    Arbitrary<TiltakHistory> any() {
        return Arbitraries.oneOf(RandomHistories.accepted(), RandomHistories.raw());
    }

    @Property(tries = 400)
    void what_holds_is_what_the_oracle_says_on_every_day_at_every_knowledge_point(
            @ForAll("any") TiltakHistory history) {
        NaiveOracle oracle = new NaiveOracle(history.entries());
        for (int known = 0; known <= history.entries().size(); known++) {
            TiltakHistory then = TiltakHistory.of(history.entries().subList(0, known));
            for (LocalDate day : RandomHistories.days()) {
                assertThat(NaiveOracle.inWords(then.on(day))).as("on %s, known %s", day, known)
                        .isEqualTo(oracle.on(day, known));
            }
        }
    }

    @Property(tries = 400)
    void what_is_known_at_an_instant_is_what_the_oracle_says(@ForAll("any") TiltakHistory history) {
        NaiveOracle oracle = new NaiveOracle(history.entries());
        for (Instant knownAt : instants(history)) {
            int known = oracle.knownAt(knownAt);

            assertThat(history.knownAt(knownAt).entries()).as("known at %s", knownAt)
                    .isEqualTo(history.entries().subList(0, known));
        }
    }

    private static Set<Instant> instants(TiltakHistory history) {
        Set<Instant> instants = new TreeSet<>();
        for (Entry entry : history.entries()) {
            instants.addAll(List.of(entry.recordedAt().minusMillis(1), entry.recordedAt(),
                    entry.recordedAt().plusMillis(1)));
        }
        return instants;
    }

    @Property(tries = 200)
    void history_grown_entry_by_entry_is_the_one_built_from_scratch(@ForAll("any") TiltakHistory history) {
        TiltakHistory grown = TiltakHistory.EMPTY;
        for (Entry entry : history.entries()) {
            TiltakHistory before = grown;
            List<Period> periodsBefore = before.periods();
            grown = grown.with(entry);
            TiltakHistory built = TiltakHistory.of(history.entries().subList(0, grown.entries().size()));

            assertSame(grown, built);
            assertThat(grown.periodsAfter(periodsBefore)).isEqualTo(built.periods());
            assertThat(before.periods()).as("an immutable value").isEqualTo(periodsBefore);
            assertSame(grown.before(entry), before);
        }
    }

    private static void assertSame(TiltakHistory one, TiltakHistory other) {
        assertThat(one.entries()).isEqualTo(other.entries());
        assertThat(one.liveEntries()).isEqualTo(other.liveEntries());
        assertThat(one.periods()).isEqualTo(other.periods());
        assertThat(one.entries().stream().map(one::isRetracted).toList())
                .isEqualTo(other.entries().stream().map(other::isRetracted).toList());
        for (LocalDate day : RandomHistories.days()) {
            assertThat(one.on(day)).isEqualTo(other.on(day));
        }
    }

    @Property(tries = 200)
    void periods_tile_the_time_line_and_agree_with_every_day(@ForAll("any") TiltakHistory history) {
        NaiveOracle oracle = new NaiveOracle(history.entries());
        int known = history.entries().size();
        List<Period> periods = history.periods();
        Set<LocalDate> days = oracle.days(known);

        assertThat(periods.isEmpty()).isEqualTo(days.isEmpty());
        LocalDate expectedFrom = days.isEmpty() ? null : days.iterator().next();
        for (int place = 0; place < periods.size(); place++) {
            Period period = periods.get(place);
            boolean last = place == periods.size() - 1;
            assertThat(period.from()).isEqualTo(expectedFrom);
            assertThat(period.to() == null).isEqualTo(last);
            assertThat(period.to() == null || period.to().isAfter(period.from())).isTrue();
            assertThat(place == 0 ? TiltakState.NOTHING : periods.get(place - 1).state()).as("neighbours differ")
                    .isNotEqualTo(period.state());
            assertThat(period.changedOn()).isEqualTo(oracle.changedOn(period.from(), known));
            expectedFrom = period.to();
        }
        for (LocalDate day : RandomHistories.days()) {
            assertThat(stateIn(periods, day)).as("on %s", day).isEqualTo(history.on(day));
        }
    }

    private static TiltakState stateIn(List<Period> periods, LocalDate day) {
        TiltakState state = TiltakState.NOTHING;
        for (Period period : periods) {
            boolean begun = !period.from().isAfter(day);
            boolean over = period.to() != null && !day.isBefore(period.to());
            state = begun && !over ? period.state() : state;
        }
        return state;
    }

    @Property(tries = 200)
    void effect_of_an_entry_is_the_difference_of_what_held_before_and_after(@ForAll("any") TiltakHistory history) {
        NaiveOracle oracle = new NaiveOracle(history.entries());
        for (int place = 0; place < history.entries().size(); place++) {
            Entry entry = history.entries().get(place);
            TiltakHistory before = history.before(entry);
            Effect effect = history.effectOf(entry);

            assertThat(effect.changes().stream().map(TiltakHistoryPropertyTest::line).toList())
                    .isEqualTo(oracle.changesOf(place));
            assertThat(effect.confirmed()).isEqualTo(oracle.confirmedBy(place));
            assertThat(before.with(entry).effectOfLast()).isEqualTo(effect);
            assertThat(before.effectOfNext(entry.event())).isEqualTo(effect);
        }
    }

    private static String line(Change change) {
        return change.attribute() + ": " + change.before() + " -> " + change.after();
    }

    @Property(tries = 400)
    void accepted_histories_hold_all_that_makes_time_difficult(@ForAll("accepted") TiltakHistory history) {
        collect("late", pairs(history).stream().anyMatch(pair -> pair.get(1).isBefore(pair.get(0))));
        collect("correction", has(history, event -> event instanceof Effective effective
                && effective.occasion().correction()));
        collect("same day", pairs(history).stream().anyMatch(pair -> pair.get(1).equals(pair.get(0))));
        collect("removal", has(history, TiltakRemoved.class::isInstance));
        collect("reinstatement", has(history, TiltakReinstated.class::isInstance));
        collect("retraction", has(history, EntryRetracted.class::isInstance));
        collect("retracted report", history.entries()
                .stream()
                .anyMatch(entry -> entry.event() instanceof ReportSubmitted && history.isRetracted(entry)));
        collect("earlier registration",
                history.entries().stream().filter(entry -> entry.event() instanceof TiltakRegistered).count() > 1);
        collect("retracted registration", history.entries()
                .stream()
                .anyMatch(entry -> entry.event() instanceof TiltakRegistered && history.isRetracted(entry)));
    }

    private static void collect(String what, boolean present) {
        Statistics.label(what).collect(present).coverage(seen -> seen.check(true).count(count -> count > 2));
    }

    private static boolean has(TiltakHistory history, Predicate<TiltakEvent> wanted) {
        return history.entries().stream().map(Entry::event).anyMatch(wanted);
    }

    private static List<List<LocalDate>> pairs(TiltakHistory history) {
        List<LocalDate> days = history.entries()
                .stream()
                .map(Entry::event)
                .filter(Effective.class::isInstance)
                .map(event -> ((Effective) event).occasion().effectiveFrom())
                .toList();
        List<List<LocalDate>> pairs = new ArrayList<>();
        for (int place = 1; place < days.size(); place++) {
            pairs.add(days.subList(place - 1, place + 1));
        }
        return pairs;
    }

    @Property(tries = 400)
    void tiltak_has_a_name_and_an_activity_from_its_first_registration_on(
            @ForAll("accepted") TiltakHistory history) {
        LocalDate registeredFrom = history.registeredFrom();
        for (LocalDate day : RandomHistories.days()) {
            if (registeredFrom != null && !day.isBefore(registeredFrom)) {
                Facts facts = history.on(day).facts();
                assertThat(List.of(facts.get(Attribute.NAME) != null, facts.get(Attribute.ACTIVITY) != null))
                        .as("on %s", day)
                        .containsOnly(true);
            }
        }
    }
}
