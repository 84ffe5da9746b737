package no.ehelse.portfolio.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import no.ehelse.portfolio.discovery.WithoutStore;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventProcessingException;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.UncategorizedSQLException;

/** Which failures park an event at once, which after a second try, and which never. */
@WithoutStore
class ParkBrokenEventsTest {

    private final ParkBrokenEvents policy = new ParkBrokenEvents();
    private final DeadLetter<EventMessage<?>> letter = letter();

    private static DeadLetter<EventMessage<?>> letter() {
        return new GenericDeadLetter<>("tiltak:125", GenericEventMessage.asEventMessage("an event"));
    }

    private static Exception database(String state) {
        return new UncategorizedSQLException("task", "sql", new SQLException("failed", state));
    }

    @Test
    void what_is_wrong_with_the_event_itself_parks_it_at_once() {
        assertThat(policy.decide(letter, new IllegalStateException("a gap")).shouldEnqueue()).isTrue();
        assertThat(policy.decide(letter(), database("23505")).shouldEnqueue()).isTrue();
        assertThat(policy.decide(letter(), database("22001")).shouldEnqueue()).isTrue();
    }

    @Test
    void another_failure_of_the_database_parks_an_event_the_second_time_whatever_fails_between() {
        DeadLetter<EventMessage<?>> other = letter();
        assertThatThrownBy(() -> policy.decide(letter, database("90131"))).isInstanceOf(EventProcessingException.class);
        assertThatThrownBy(() -> policy.decide(other, database("90131"))).isInstanceOf(EventProcessingException.class);

        assertThat(policy.decide(letter, database("90131")).shouldEnqueue()).isTrue();
        assertThat(policy.decide(other, database("90131")).shouldEnqueue()).isTrue();
    }

    @Test
    void an_absent_database_never_parks_anything() {
        for (int attempt = 0; attempt < 3; attempt++) {
            assertThatThrownBy(() -> policy.decide(letter, database("08006")))
                    .isInstanceOf(EventProcessingException.class);
        }
    }
}
