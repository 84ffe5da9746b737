package no.ehelse.portfolio.readmodel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import no.ehelse.portfolio.eventstore.EventProcessors;
import no.ehelse.portfolio.eventstore.Outage;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.IllegalPayloadAccessException;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.SequencedDeadLetterProcessor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The events that the read model could not digest, each with those of the same tiltak, round or organisation that wait
 * behind it.
 */
@Component
public class DeadLetters {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    /** How the database access and the database quote statements in their messages, which may be cut off. */
    private static final Pattern STATEMENT =
            Pattern.compile("^\\w+; (?=SQL \\[)|SQL \\[.*?(\\n]; |]; |$)|; SQL statement:.*", Pattern.DOTALL);

    private final JdbcClient database;
    private final EventProcessingConfiguration processors;

    DeadLetters(JdbcClient database, @Lazy EventProcessingConfiguration processors) {
        this.database = database;
        this.processors = processors;
    }

    /**
     * A parked event.
     *
     * @param sequence what it happened to, such as {@code tiltak:125}: the events of one are handled in their order
     * @param event its identifier
     * @param type its name, such as {@code StatusReported}
     * @param version its number within what it happened to, from 0
     * @param recordedAt recorded time
     * @param parkedAt when it could not be digested
     * @param error what went wrong, without the SQL that it went wrong in; null: it waits behind another one
     */
    public record Parked(String sequence, String event, String type, long version, Instant recordedAt,
            Instant parkedAt, @Nullable String error) {}

    /** Every parked event, by what it happened to, in its order. */
    public List<Parked> all() {
        return database.sql("""
                select sequence_identifier, event_identifier, payload_type, sequence_number, time_stamp, enqueued_at,
                       cause_message
                from dead_letter_entry
                where processing_group = ?
                order by sequence_identifier, sequence_index
                """)
                .param(EventProcessors.PORTFOLIO)
                .query((row, number) -> new Parked(row.getString(1), row.getString(2), simpleName(row.getString(3)),
                        row.getLong(4), Instant.parse(row.getString(5)), Instant.parse(row.getString(6)),
                        told(row.getString(7))))
                .list();
    }

    /** How many events are parked. */
    long count() {
        return database.sql("select count(*) from dead_letter_entry where processing_group = ?")
                .param(EventProcessors.PORTFOLIO)
                .query(Long.class)
                .single();
    }

    private static String simpleName(String className) {
        return className.substring(Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1);
    }

    /** What parked events happened to, such as {@code tiltak:125}. */
    List<String> sequences() {
        return database.sql("""
                select distinct sequence_identifier
                from dead_letter_entry
                where processing_group = ?
                order by sequence_identifier
                """)
                .param(EventProcessors.PORTFOLIO)
                .query((row, number) -> Objects.requireNonNull(row.getString(1)))
                .list();
    }

    /**
     * Tries again what is parked: in its order, up to the first event that fails again.
     *
     * @param only of what; null: of everything
     * @return of what something was tried
     */
    public List<String> retry(@Nullable String only) {
        SequencedDeadLetterProcessor<EventMessage<?>> processor = processors
                .sequencedDeadLetterProcessor(EventProcessors.PORTFOLIO)
                .orElseThrow();
        List<String> tried = new ArrayList<>();
        for (String sequence : sequences()) {
            if (only == null || only.equals(sequence)) {
                process(processor, sequence);
                tried.add(sequence);
            }
        }
        return tried;
    }

    private static void process(SequencedDeadLetterProcessor<EventMessage<?>> processor, String sequence) {
        try {
            processor.process(letter -> sequence.equals(of(letter)));
        } catch (IllegalPayloadAccessException rolledBack) {
            // What fails when it is written, not when it is handled, takes the whole try with it: it stays parked.
            if (Outage.causes(rolledBack)) {
                throw rolledBack;
            }
            LOG.warn("{} can still not be digested", sequence, rolledBack.getCause());
        }
    }

    /** What went wrong, without the statement that it went wrong in. */
    private static @Nullable String told(@Nullable String error) {
        return error == null ? null : STATEMENT.matcher(error).replaceAll("");
    }

    private static @Nullable String of(DeadLetter<? extends EventMessage<?>> letter) {
        return letter.message() instanceof DomainEventMessage<?> event ? event.getAggregateIdentifier() : null;
    }
}
