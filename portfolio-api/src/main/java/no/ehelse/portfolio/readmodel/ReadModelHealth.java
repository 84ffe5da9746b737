package no.ehelse.portfolio.readmodel;

import no.ehelse.portfolio.eventstore.StreamPositions;
import no.ehelse.portfolio.index.PortfolioIndex;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Ready once the read model has caught up with the event log, at least once since the start. */
@Component("readModelHealthIndicator")
class ReadModelHealth implements HealthIndicator {

    private final PortfolioIndex index;
    private final StreamPositions positions;
    private volatile boolean caughtUp;

    ReadModelHealth(PortfolioIndex index, StreamPositions positions) {
        this.index = index;
        this.positions = positions;
    }

    @Override
    public Health health() {
        if (!caughtUp) {
            caughtUp = index.snapshot().position() >= positions.head();
        }
        return caughtUp ? Health.up().build() : Health.outOfService().build();
    }
}
