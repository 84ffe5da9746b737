package no.ehelse.portfolio.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import no.ehelse.portfolio.discovery.WithoutStore;
import no.ehelse.portfolio.projection.Sql;
import no.ehelse.portfolio.tiltak.TiltakNumber;
import no.ehelse.portfolio.tiltak.TiltakState;
import no.ehelse.portfolio.tiltak.view.TiltakVersion;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Histories by chance, compared with a sorted map of the JDK: every value that was ever made, on every day. */
@WithoutStore
class VersionsByDayTest {

    private static final LocalDate FIRST = LocalDate.of(1969, 6, 1);
    private static final int CHANGES = 400;

    private static TiltakVersion version(LocalDate day, int change) {
        return new TiltakVersion(new TiltakNumber(1), day, Sql.FOR_EVER, change, Instant.EPOCH, day,
                TiltakState.NOTHING,
                null);
    }

    /** One change: up to three versions go, some of them come back, up to three more come, near each other or anywhere. */
    private static final class Change {

        final List<LocalDate> closed = new ArrayList<>();
        final List<TiltakVersion> opened = new ArrayList<>();

        Change(SplittableRandom random, NavigableMap<LocalDate, TiltakVersion> known, int days, int number) {
            List<LocalDate> there = new ArrayList<>(known.keySet());
            int near = there.isEmpty() ? 0 : random.nextInt(there.size());
            for (int count = random.nextInt(4); count > 0 && !there.isEmpty(); count--) {
                LocalDate gone = there.remove(Math.min(near, there.size() - 1));
                closed.add(gone);
                if (random.nextBoolean()) {
                    opened.add(version(gone, number));
                }
            }
            for (int count = random.nextInt(4); count > 0; count--) {
                LocalDate day = FIRST.plusDays(random.nextInt(days));
                if (!known.containsKey(day) && opened.stream().noneMatch(one -> one.validFrom().equals(day))) {
                    opened.add(version(day, number));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 60, 700, 20_000})
    void hold_what_a_sorted_map_holds(int days) {
        for (int seed = 0; seed < 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<VersionsByDay> made = new ArrayList<>(List.of(VersionsByDay.NONE));
            List<TreeMap<LocalDate, TiltakVersion>> expected = new ArrayList<>(List.of(new TreeMap<>()));
            for (int number = 1; number <= CHANGES; number++) {
                TreeMap<LocalDate, TiltakVersion> next = new TreeMap<>(expected.getLast());
                Change change = new Change(random, next, days, number);
                change.closed.forEach(next::remove);
                change.opened.forEach(version -> next.put(version.validFrom(), version));
                made.add(made.getLast().with(change.closed, change.opened));
                expected.add(next);
            }
            for (int place = 0; place < made.size(); place += 1 + random.nextInt(20)) {
                assertSame(made.get(place), expected.get(place), days, random);
            }
            assertSame(made.getLast(), expected.getLast(), days, random);
        }
    }

    private static void assertSame(VersionsByDay made, NavigableMap<LocalDate, TiltakVersion> expected, int days,
            SplittableRandom random) {
        for (int day = -1; day <= days; day += 1 + random.nextInt(1 + days / 200)) {
            LocalDate asked = FIRST.plusDays(day);
            Map.@Nullable Entry<LocalDate, TiltakVersion> entry = expected.floorEntry(asked);
            assertThat(made.floor(VersionsByDay.dayOf(asked))).isSameAs(entry == null ? null : entry.getValue());
        }
    }

    @Test
    void a_history_that_grows_at_its_end_is_found_from_its_first_day_to_its_last() {
        VersionsByDay versions = VersionsByDay.NONE;
        for (int day = 0; day < 5_000; day++) {
            versions = versions.with(List.of(), List.of(version(FIRST.plusDays(day), day)));
        }
        for (int day = 0; day < 5_000; day++) {
            assertThat(Objects.requireNonNull(versions.floor(VersionsByDay.dayOf(FIRST.plusDays(day)))).knownFrom())
                    .isEqualTo(day);
        }
        assertThat(versions.floor(VersionsByDay.dayOf(LocalDate.MAX.withYear(9999)))).isNotNull();
        assertThat(versions.floor(VersionsByDay.dayOf(FIRST.minusDays(1)))).isNull();
    }
}
