package no.ehelse.portfolio.tiltak;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import no.ehelse.portfolio.command.RequestKey;
import no.ehelse.portfolio.tiltak.TiltakEvent.Effective;
import no.ehelse.portfolio.tiltak.TiltakEvent.EntryRetracted;
import no.ehelse.portfolio.tiltak.TiltakEvent.TiltakRegistered;
import org.jspecify.annotations.Nullable;

/**
 * The entries of one tiltak in recorded order, retractions applied, and the rule by which they hold; an immutable
 * value, and the only home of the temporal rule.
 *
 * <p>For one attribute and one day, the entry with the latest {@code effectiveFrom} on or before the day holds; among
 * equal ones, the one recorded last. Hence what holds is a fold: take the entries that are not retracted in the order
 * (effectiveFrom, recorded), and let each overwrite what it states.
 *
 * <pre>{@code
 * TiltakHistory history = TiltakHistory.EMPTY.with(registeredYellowInMarch).with(redInOctober);
 * history.on(LocalDate.of(2020, 7, 1)).facts().get(Attribute.STATUS);  // YELLOW
 * history.on(LocalDate.of(2020, 10, 9)).facts().get(Attribute.STATUS); // RED
 * }</pre>
 */
public final class TiltakHistory {

    /** Nothing was recorded. */
    public static final TiltakHistory EMPTY = new TiltakHistory(List.of(), Map.of(), List.of(), List.of());

    private final List<Entry> entries;
    private final Map<String, Entry> retractions;
    private final List<Entry> live;
    private final List<TiltakState> states;

    /**
     * One recorded event.
     *
     * @param eventId the event's identifier
     * @param sequence its number within the tiltak, from 0
     * @param recordedAt when it was recorded
     * @param request the idempotency key that it was sent with; null: without one
     * @param event what happened
     */
    public record Entry(String eventId, long sequence, Instant recordedAt, @Nullable RequestKey request,
            TiltakEvent event) {}

    /**
     * A time during which everything about the tiltak stays the same.
     *
     * @param from the first day (valid time)
     * @param to the day after the last one; null: for ever
     * @param changedOn the latest day up to {@code from} on which presence or the value of an attribute changed
     * @param state what holds
     */
    public record Period(LocalDate from, @Nullable LocalDate to, LocalDate changedOn, TiltakState state) {}

    /**
     * A time during which one attribute has one value, or is stated as not reported.
     *
     * @param from the first day (valid time)
     * @param to the day after the last one; null: for ever
     * @param value null: not reported
     */
    public record Value<T>(LocalDate from, @Nullable LocalDate to, @Nullable T value) {}

    /**
     * A history with its derived parts.
     *
     * @param live the entries that hold or held, ordered by (effectiveFrom, sequence)
     * @param states the state after each of them
     */
    private TiltakHistory(List<Entry> entries, Map<String, Entry> retractions, List<Entry> live,
            List<TiltakState> states) {
        this.entries = entries;
        this.retractions = retractions;
        this.live = live;
        this.states = states;
    }

    /** The history of entries in recorded order. */
    public static TiltakHistory of(List<Entry> entries) {
        Map<String, Entry> retractions = new HashMap<>();
        for (Entry entry : entries) {
            if (entry.event() instanceof EntryRetracted retracted) {
                retractions.put(retracted.event(), entry);
            }
        }
        List<Entry> live = new ArrayList<>(entries.stream()
                .filter(entry -> entry.event() instanceof Effective)
                .filter(entry -> !retractions.containsKey(entry.eventId()))
                .toList());
        live.sort((one, other) -> effectiveFrom(one).compareTo(effectiveFrom(other)));
        return new TiltakHistory(List.copyOf(entries), retractions, live, fold(live, List.of()));
    }

    /** This history with one more entry, recorded after all others. */
    public TiltakHistory with(Entry entry) {
        List<Entry> longer = new ArrayList<>(entries.size() + 1);
        longer.addAll(entries);
        longer.add(entry);
        if (entry.event() instanceof EntryRetracted) {
            return of(longer);
        }
        int place = firstAfter(effectiveFrom(entry));
        List<Entry> ordered = new ArrayList<>(live.size() + 1);
        ordered.addAll(live);
        ordered.add(place, entry);
        return new TiltakHistory(Collections.unmodifiableList(longer), retractions, ordered,
                fold(ordered, states.subList(0, place)));
    }

    private static List<TiltakState> fold(List<Entry> live, List<TiltakState> alreadyFolded) {
        List<TiltakState> states = new ArrayList<>(live.size());
        states.addAll(alreadyFolded);
        for (int place = states.size(); place < live.size(); place++) {
            TiltakState before = place == 0 ? TiltakState.NOTHING : states.get(place - 1);
            states.add(before.overwrittenBy((Effective) live.get(place).event()));
        }
        return states;
    }

    static LocalDate effectiveFrom(Entry entry) {
        return ((Effective) entry.event()).occasion().effectiveFrom();
    }

    /** How many live entries are effective on that day or before. */
    private int firstAfter(LocalDate day) {
        int low = 0;
        int high = live.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (effectiveFrom(live.get(middle)).isAfter(day)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /**
     * What holds on a day, as known by all entries of this history.
     *
     * @param day the day (valid time)
     */
    public TiltakState on(LocalDate day) {
        int count = firstAfter(day);
        return count == 0 ? TiltakState.NOTHING : states.get(count - 1);
    }

    /**
     * This history as it was known at an instant.
     *
     * @param knownAt recorded time; what was recorded at that very instant is known
     */
    public TiltakHistory knownAt(Instant knownAt) {
        return first((int) entries.stream().takeWhile(entry -> !entry.recordedAt().isAfter(knownAt)).count());
    }

    /** This history as it was known just before an entry was recorded. */
    public TiltakHistory before(Entry entry) {
        return first((int) entry.sequence());
    }

    private TiltakHistory first(int count) {
        return count == entries.size() ? this : of(entries.subList(0, count));
    }

    /** The entries in recorded order, retracted ones and retractions included. */
    public List<Entry> entries() {
        return entries;
    }

    /** The sequence number of the last entry; −1 where there is none. */
    public long version() {
        return entries.size() - 1L;
    }

    /** The entry with that event identifier. */
    public Optional<Entry> entry(String eventId) {
        return entries.stream().filter(entry -> entry.eventId().equals(eventId)).findFirst();
    }

    /** The entry that was sent with that idempotency key. */
    Optional<Entry> sentWith(String key) {
        return entries.stream()
                .filter(entry -> entry.request() != null && entry.request().key().equals(key))
                .findFirst();
    }

    /** Whether an entry is retracted, as known by this history. */
    public boolean isRetracted(Entry entry) {
        return retractions.containsKey(entry.eventId());
    }

    /**
     * The retraction of an entry.
     *
     * @throws NullPointerException if it is not retracted
     */
    public Entry retractionOf(Entry entry) {
        return Objects.requireNonNull(retractions.get(entry.eventId()), "not retracted");
    }

    /** The entries that are neither retracted nor retractions, by (effectiveFrom, recorded). */
    List<Entry> liveEntries() {
        return Collections.unmodifiableList(live);
    }

    /** The effective day of the earliest registration; null where nothing is registered. */
    @Nullable LocalDate registeredFrom() {
        return live.stream()
                .filter(entry -> entry.event() instanceof TiltakRegistered)
                .findFirst()
                .map(TiltakHistory::effectiveFrom)
                .orElse(null);
    }

    /** The periods from the first effective day on, without gap or overlap; neighbours differ. */
    public List<Period> periods() {
        return TimeLines.periods(live, states, 0, new ArrayList<>());
    }

    /**
     * The periods, given those of the history without its last entry: what ends before the day that the entry is about
     * stays as it was.
     *
     * @param before the periods of the history before the last entry
     */
    public List<Period> periodsAfter(List<Period> before) {
        LocalDate day = dayOf(entries.getLast());
        return TimeLines.periods(live, states, firstAfter(day.minusDays(1)), TimeLines.endingBefore(day, before));
    }

    /** The values of one attribute from the first day on which it is stated, without gap or overlap; neighbours differ. */
    public <T> List<Value<T>> values(Attribute<T> attribute) {
        return TimeLines.values(live, attribute);
    }

    /**
     * What the last entry of a history did.
     *
     * @param before the history just before it
     * @param after the history with it
     */
    public static Effect effectOfLast(TiltakHistory before, TiltakHistory after) {
        return Effect.of(after.entries.getLast(), before, after);
    }

    /** What the last entry did. */
    public Effect effectOfLast() {
        return effectOf(entries.getLast());
    }

    /** What an entry of this history did when it was recorded. */
    public Effect effectOf(Entry entry) {
        TiltakHistory before = before(entry);
        return Effect.of(entry, before, before.with(entry));
    }

    /** This history if an event were recorded next. */
    TiltakHistory afterNext(TiltakEvent event) {
        return with(new Entry("", version() + 1, Instant.MAX, null, event));
    }

    /** What an event would do if it were recorded next. */
    Effect effectOfNext(TiltakEvent event) {
        return effectOfLast(this, afterNext(event));
    }

    /** The day that an entry is about: of a retraction, that of the retracted one. */
    LocalDate dayOf(Entry entry) {
        return switch (entry.event()) {
            case Effective effective -> effective.occasion().effectiveFrom();
            case EntryRetracted retracted -> effectiveFrom(entry(retracted.event()).orElseThrow());
        };
    }
}
