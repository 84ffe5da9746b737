package no.ehelse.portfolio.axonserver;

import io.axoniq.axonserver.connector.event.EventStream;
import io.axoniq.axonserver.connector.impl.StreamClosedException;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import java.util.concurrent.TimeUnit;
import no.ehelse.portfolio.eventstore.LogAway;
import org.jspecify.annotations.Nullable;

/** The events of a context, one after the other, of which the next is known to exist. */
final class EventsAfter implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 10;

    private final AxonServer server;
    private @Nullable EventStream stream;
    private long last;

    /**
     * Nothing read yet.
     *
     * @param last the token after which it begins; -1: at the first event
     */
    EventsAfter(AxonServer server, long last) {
        this.server = server;
        this.last = last;
    }

    /** The token of the event that was read last. */
    long last() {
        return last;
    }

    /**
     * The next event. A stream that broke since the one before is opened again, once.
     *
     * @throws LogAway if it does not come
     */
    EventWithToken next() {
        EventWithToken event = ofOpenStream();
        if (event == null) {
            event = ofNewStream();
        }
        last = event.getToken();
        return event;
    }

    private @Nullable EventWithToken ofOpenStream() {
        return stream == null || stream.isClosed() ? null : take(stream);
    }

    private EventWithToken ofNewStream() {
        close();
        EventStream opened = server.eventsAfter(last);
        stream = opened;
        EventWithToken event = take(opened);
        if (event == null) {
            close();
            throw new LogAway("Axon Server does not give the event after token " + last,
                    opened.getError().orElse(null));
        }
        return event;
    }

    private static @Nullable EventWithToken take(EventStream stream) {
        try {
            return stream.nextIfAvailable(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (StreamClosedException broken) {
            return null;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LogAway("Interrupted while Axon Server was read", interrupted);
        }
    }

    @Override
    public void close() {
        if (stream != null) {
            stream.close();
            stream = null;
        }
    }
}
