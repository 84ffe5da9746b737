package no.ehelse.portfolio.eventstore;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Up while events can be stored. It asks the database: one that closed itself, or is gone, is found out also while nobody
 * sends a command.
 */
@Component("eventStoreHealthIndicator")
final class StoreHealth implements HealthIndicator {

    private final StoreWatch watch;
    private final StreamPositions positions;

    StoreHealth(StoreWatch watch, StreamPositions positions) {
        this.watch = watch;
        this.positions = positions;
    }

    @Override
    public Health health() {
        if (!watch.isLikelyThere()) {
            return Health.down().build();
        }
        try {
            return Health.up().withDetail("position", positions.head()).build();
        } catch (DataAccessException | LogAway away) {
            watch.suspect();
            return Health.down(away).build();
        }
    }
}
