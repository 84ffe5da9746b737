package no.ehelse.portfolio.eventstore;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Down while events are parked: then the read model lacks what they say. A health group of its own, never readiness. */
@Component("deadLettersHealthIndicator")
final class DeadLettersHealth implements HealthIndicator {

    private final JdbcClient database;

    DeadLettersHealth(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Health health() {
        long parked = database.sql("select count(*) from dead_letter_entry").query(Long.class).single();
        return (parked == 0 ? Health.up() : Health.down()).withDetail("parkedEvents", parked).build();
    }
}
