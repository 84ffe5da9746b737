package no.ehelse.portfolio.readmodel;

import no.ehelse.portfolio.eventstore.EventProcessors;
import no.ehelse.portfolio.eventstore.StreamPositions;
import no.ehelse.portfolio.projection.Progress;
import no.ehelse.portfolio.rebuild.Switching;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The processor that keeps the serving set current, as a rebuild has to know it. */
@Component
final class LiveReader implements Switching {

    private final Progress progress;
    private final StreamPositions positions;
    private final TokenStore tokens;
    private final SequencedDeadLetterQueue<EventMessage<?>> deadLetters;
    private volatile boolean reading;

    LiveReader(Progress progress, StreamPositions positions, TokenStore tokens,
            SequencedDeadLetterQueue<EventMessage<?>> deadLetters) {
        this.progress = progress;
        this.positions = positions;
        this.tokens = tokens;
        this.deadLetters = deadLetters;
    }

    /** From now on it reads. */
    void starts() {
        reading = true;
    }

    /** Also where this instance does not read yet: another one may, and whoever reads next goes on from its token. */
    @Override
    public @Nullable Long livePosition() {
        return reading || isBegun() ? progress.mark().position() : null;
    }

    private boolean isBegun() {
        return tokens.fetchSegments(EventProcessors.PORTFOLIO).length > 0;
    }

    @Override
    public long head() {
        return positions.head();
    }

    /** What was parked is in the rebuilt set; and where nobody has read yet, the first to do so goes on from there. */
    @Override
    public void takesOver(@Nullable TrackingToken lastRead) {
        deadLetters.clear();
        if (lastRead != null && !isBegun()) {
            tokens.initializeTokenSegments(EventProcessors.PORTFOLIO, 1, lastRead);
        }
    }
}
