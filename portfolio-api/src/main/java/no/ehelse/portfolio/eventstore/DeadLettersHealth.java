package no.ehelse.portfolio.eventstore;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Down while events are parked: then the read model lacks what they say. A health group of its own, never readiness. */
@Component("deadLettersHealthIndicator")
final class DeadLettersHealth extends AbstractHealthIndicator {

    private final JdbcClient database;

    DeadLettersHealth(JdbcClient database) {
        this.database = database;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        long parked = database.sql("select count(*) from dead_letter_entry").query(Long.class).single();
        (parked == 0 ? health.up() : health.down()).withDetail("parkedEvents", parked);
    }
}
