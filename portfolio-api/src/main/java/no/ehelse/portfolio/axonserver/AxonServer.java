package no.ehelse.portfolio.axonserver;

import io.axoniq.axonserver.connector.event.EventChannel;
import io.axoniq.axonserver.connector.event.EventStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import no.ehelse.portfolio.eventstore.LogAway;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;

/** The Axon Server, asked past the framework: for what that does not ask. */
final class AxonServer {

    private final AxonServerConnectionManager connections;
    private final AxonServerConfiguration configuration;

    AxonServer(AxonServerConnectionManager connections, AxonServerConfiguration configuration) {
        this.connections = connections;
        this.configuration = configuration;
    }

    /** Its events. */
    EventChannel events() {
        return connections.getConnection(configuration.getContext()).eventChannel();
    }

    /** The token of the last event of the context, whosoever it is; -1: there is none. */
    long lastToken() {
        return answer(events().getLastToken(), "the last token");
    }

    /** All events of the context that come after a token. */
    EventStream eventsAfter(long token) {
        return events().openStream(token, configuration.getEventFlowControl().getPermits(),
                configuration.getEventFlowControl().getNrOfNewPermits(), configuration.isForceReadFromLeader());
    }

    /**
     * What it answers.
     *
     * @throws LogAway if it does not
     */
    <T> T answer(CompletableFuture<T> asked, String what) {
        try {
            return asked.get(configuration.getCommitTimeout(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw new LogAway("Axon Server does not tell " + what, failed.getCause());
        } catch (TimeoutException late) {
            throw new LogAway("Axon Server does not tell " + what, late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LogAway("Interrupted while Axon Server was asked for " + what, interrupted);
        }
    }
}
