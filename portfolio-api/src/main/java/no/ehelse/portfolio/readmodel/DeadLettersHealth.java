package no.ehelse.portfolio.readmodel;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Down while an event is parked that the read model could not digest; it does not stop the service. */
@Component("deadLettersHealthIndicator")
class DeadLettersHealth implements HealthIndicator {

    private final SequencedDeadLetterQueue<EventMessage<?>> queue;

    DeadLettersHealth(SequencedDeadLetterQueue<EventMessage<?>> queue) {
        this.queue = queue;
    }

    @Override
    public Health health() {
        long parked = queue.size();
        return parked == 0 ? Health.up().build() : Health.down().withDetail("parked", parked).build();
    }
}
