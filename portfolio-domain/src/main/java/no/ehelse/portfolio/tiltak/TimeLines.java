package no.ehelse.portfolio.tiltak;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import no.ehelse.portfolio.tiltak.TiltakHistory.Entry;
import no.ehelse.portfolio.tiltak.TiltakHistory.Period;
import no.ehelse.portfolio.tiltak.TiltakHistory.Value;
import org.jspecify.annotations.Nullable;

/** Lines up what the folded entries of a tiltak say by the days on which it holds. */
final class TimeLines {

    private TimeLines() {}

    /**
     * Goes on with periods, from an entry on.
     *
     * @param live the entries that hold, ordered by (effectiveFrom, sequence)
     * @param states the state after each of them
     * @param firstPlace from which entry on
     * @param periods those before it, the last of them without end; filled and returned
     */
    static List<Period> periods(List<Entry> live, List<TiltakState> states, int firstPlace, List<Period> periods) {
        for (int place = firstPlace; place < live.size(); place++) {
            LocalDate from = TiltakHistory.effectiveFrom(live.get(place));
            boolean lastOfItsDay = place + 1 == live.size()
                    || TiltakHistory.effectiveFrom(live.get(place + 1)).isAfter(from);
            if (lastOfItsDay) {
                append(periods, from, states.get(place));
            }
        }
        return periods;
    }

    /** The periods that begin before a day, the last of them without end. */
    static List<Period> endingBefore(LocalDate day, List<Period> all) {
        int untouched = 0;
        while (untouched < all.size() && all.get(untouched).from().isBefore(day)) {
            untouched++;
        }
        List<Period> periods = new ArrayList<>(all.size() + 1);
        periods.addAll(all.subList(0, untouched));
        if (untouched > 0) {
            Period last = periods.getLast();
            periods.set(untouched - 1, new Period(last.from(), null, last.changedOn(), last.state()));
        }
        return periods;
    }

    private static void append(List<Period> periods, LocalDate from, TiltakState state) {
        if (periods.isEmpty()) {
            periods.add(new Period(from, null, from, state));
            return;
        }
        Period last = periods.getLast();
        if (last.state().equals(state)) {
            return;
        }
        periods.set(periods.size() - 1, new Period(last.from(), from, last.changedOn(), last.state()));
        boolean changed = !state.changesSince(last.state(), from).isEmpty();
        periods.add(new Period(from, null, changed ? from : last.changedOn(), state));
    }

    /** The values of one attribute from the first day on which it is stated. */
    static <T> List<Value<T>> values(List<Entry> live, Attribute<T> attribute) {
        List<Value<T>> values = new ArrayList<>();
        for (Entry entry : live) {
            Facts stated = TiltakEvent.factsOf(entry.event());
            if (stated.state(attribute)) {
                append(values, TiltakHistory.effectiveFrom(entry), stated.get(attribute));
            }
        }
        return values;
    }

    private static <T> void append(List<Value<T>> values, LocalDate from, @Nullable T value) {
        if (!values.isEmpty() && values.getLast().from().equals(from)) {
            values.removeLast();
        }
        if (!values.isEmpty()) {
            Value<T> last = values.removeLast();
            if (Objects.equals(last.value(), value)) {
                values.add(new Value<>(last.from(), null, value));
                return;
            }
            values.add(new Value<>(last.from(), from, last.value()));
        }
        values.add(new Value<>(from, null, value));
    }
}
