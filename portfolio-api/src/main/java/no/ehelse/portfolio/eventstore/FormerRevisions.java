package no.ehelse.portfolio.eventstore;

import java.util.function.UnaryOperator;
import no.ehelse.portfolio.round.RoundEvent.RoundPublished;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Events of earlier revisions, carried forward one revision at a time whenever they are read. The log keeps them as they
 * were recorded.
 */
@Configuration(proxyBeanMethods = false)
class FormerRevisions {

    /** Editions that were published before witnesses were taken have none. */
    @Bean
    @Order(1)
    EventUpcaster roundPublishedWithWitness() {
        return new Step(RoundPublished.class, "1", "2", published -> published.putNull("witness"));
    }

    /** From one revision of an event type to the next. */
    private static final class Step extends SingleEventUpcaster {

        private final SimpleSerializedType from;
        private final SimpleSerializedType to;
        private final UnaryOperator<ObjectNode> change;

        Step(Class<?> type, String from, String to, UnaryOperator<ObjectNode> change) {
            this.from = new SimpleSerializedType(type.getName(), from);
            this.to = new SimpleSerializedType(type.getName(), to);
            this.change = change;
        }

        @Override
        protected boolean canUpcast(IntermediateEventRepresentation event) {
            return event.getType().equals(from);
        }

        @Override
        protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
            return event.upcastPayload(to, JsonNode.class, payload -> change.apply((ObjectNode) payload));
        }
    }
}
