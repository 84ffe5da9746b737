package no.ehelse.portfolio.rebuild;

import java.util.List;
import java.util.function.LongConsumer;
import no.ehelse.portfolio.projection.Batch;
import no.ehelse.portfolio.projection.Envelope;
import no.ehelse.portfolio.projectors.Projectors;
import no.ehelse.portfolio.projectors.SetOfTables;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Fills a set of tables from the events, through the projectors that keep the serving set current. */
final class SetFilling {

    /** So many at once, because each commit of the embedded database writes every page that it touched. */
    private static final int EVENTS_PER_BATCH = 10_000;

    private final StreamableMessageSource<TrackedEventMessage<?>> log;
    private final SetOfTables tables;
    private final Projectors projectors;
    private final TransactionTemplate transaction;
    private @Nullable TrackingToken token;
    private long position;
    private long events;

    /** Fills an empty set. */
    SetFilling(StreamableMessageSource<TrackedEventMessage<?>> log, SetOfTables tables,
            PlatformTransactionManager transactions) {
        this.log = log;
        this.tables = tables;
        this.projectors = new Projectors(tables);
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The position of the last event in the tables; 0: there is none. */
    long position() {
        return position;
    }

    /** How many events are in the tables. */
    long events() {
        return events;
    }

    /** The last event in the tables; null: there is none. */
    @Nullable TrackingToken token() {
        return token;
    }

    /**
     * Reads on.
     *
     * @param upTo the position of the last event to read
     * @param afterEach told of the position after each batch
     * @throws BrokenEvent at an event that cannot be read or projected
     */
    void readUpTo(long upTo, LongConsumer afterEach) throws InterruptedException {
        if (upTo <= position) {
            return;
        }
        try (EventReader reader = new EventReader(log, token, upTo, EVENTS_PER_BATCH)) {
            EventReader.Read read = reader.next();
            while (!read.events().isEmpty() && read.broken() == null) {
                write(read.events());
                afterEach.accept(position);
                read = reader.next();
            }
            if (read.broken() != null) {
                write(read.events());
                afterEach.accept(position);
                throw new BrokenEvent(position, read.brokenEvent(), read.broken());
            }
        }
    }

    private void write(List<EventReader.Numbered> read) {
        try {
            writeAtOnce(read);
        } catch (RuntimeException failed) {
            projectors.forget();
            read.forEach(this::writeAlone);
            return;
        }
        projectors.committed();
    }

    /** One by one, where all at once failed: to find the one that fails. */
    private void writeAlone(EventReader.Numbered event) {
        try {
            writeAtOnce(List.of(event));
        } catch (RuntimeException broken) {
            projectors.forget();
            throw new BrokenEvent(position, event.event().getIdentifier(), broken);
        }
    }

    private void writeAtOnce(List<EventReader.Numbered> read) {
        if (read.isEmpty()) {
            return;
        }
        transaction.executeWithoutResult(status -> {
            Batch batch = new Batch(position);
            for (EventReader.Numbered one : read) {
                Envelope envelope = Envelope.of(one.event(), one.token());
                batch.sees(envelope);
                projectors.project(one.event().getPayload(), batch, envelope);
                batch.handled(envelope);
            }
            batch.write();
            tables.progress().moveTo(batch.to());
        });
        token = read.getLast().token();
        position = read.getLast().position();
        events += read.size();
    }
}
