package no.ehelse.portfolio.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** A point in both times. */
class AsOfTest {

    @Test
    void known_at_is_truncated_to_the_milliseconds_in_which_events_are_recorded() {
        LocalDate day = LocalDate.parse("2020-10-09");

        assertThat(new AsOf(day, Instant.parse("2020-11-20T12:00:00.123999999Z")))
                .isEqualTo(new AsOf(day, Instant.parse("2020-11-20T12:00:00.123Z")));
    }
}
