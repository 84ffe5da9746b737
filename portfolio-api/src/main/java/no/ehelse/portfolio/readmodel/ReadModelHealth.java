package no.ehelse.portfolio.readmodel;

import no.ehelse.portfolio.eventstore.StreamPositions;
import no.ehelse.portfolio.index.PortfolioIndex;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Ready once the read model has caught up with the event log, at least once since the service was started, and was filled
 * by this version of it; what is loaded at the start belongs to it.
 */
@Component("readModelHealthIndicator")
class ReadModelHealth implements HealthIndicator {

    private final PortfolioIndex index;
    private final StreamPositions positions;
    private final ApplicationAvailability availability;
    private final ReadModelRebuilds rebuilds;
    private volatile boolean caughtUp;

    /** Where the log ended when that was first asked: under load it ends further on each time. */
    private volatile @Nullable Long head;

    ReadModelHealth(PortfolioIndex index, StreamPositions positions, ApplicationAvailability availability,
            ReadModelRebuilds rebuilds) {
        this.index = index;
        this.positions = positions;
        this.availability = availability;
        this.rebuilds = rebuilds;
    }

    @Override
    public Health health() {
        boolean started = availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC;
        if (!caughtUp && started) {
            if (head == null) {
                head = positions.head();
            }
            caughtUp = index.snapshot().position() >= head && rebuilds.isCurrent();
        }
        return caughtUp ? Health.up().build() : Health.outOfService().build();
    }
}
