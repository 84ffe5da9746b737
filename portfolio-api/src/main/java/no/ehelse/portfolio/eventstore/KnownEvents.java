package no.ehelse.portfolio.eventstore;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import no.ehelse.portfolio.evidence.StoredEvent;
import org.axonframework.common.AxonException;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.serialization.upcasting.event.InitialEventRepresentation;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Reads stored events as this version of the service does, those of former revisions included. */
@Component
public final class KnownEvents {

    private final Serializer serializer;
    private final EventUpcasterChain formerRevisions;

    KnownEvents(@Qualifier("eventSerializer") Serializer serializer, List<EventUpcaster> formerRevisions) {
        this.serializer = serializer;
        this.formerRevisions = new EventUpcasterChain(formerRevisions);
    }

    /**
     * What happened.
     *
     * @throws UnknownEvent if this version of the service cannot read it
     */
    public Object read(StoredEvent event) {
        GenericDomainEventEntry<byte[]> entry = new GenericDomainEventEntry<>("", event.aggregate(),
                event.sequence(), event.event(), event.recordedAt(), event.type(), event.revision(),
                event.payload().bytes(), Objects.requireNonNull(event.metaData(), "a whole event").bytes());
        List<IntermediateEventRepresentation> present = formerRevisions
                .upcast(Stream.of(new InitialEventRepresentation(entry, serializer)))
                .toList();
        if (present.size() != 1 || !isPresent(present.getFirst())) {
            throw new UnknownEvent("This version of the service knows no event " + event.type() + " of revision "
                    + event.revision() + ".");
        }
        return read(event, present.getFirst());
    }

    private static boolean isPresent(IntermediateEventRepresentation event) {
        String revision = EventTypes.presentRevision(event.getType().getName());
        return revision != null && revision.equals(event.getType().getRevision());
    }

    private Object read(StoredEvent event, IntermediateEventRepresentation present) {
        try {
            Object read = Objects.requireNonNull(serializer.deserialize(present.getData()));
            if (!EventTypes.aggregate(read).equals(event.aggregate())) {
                throw new UnknownEvent(
                        "It says that it happened to " + EventTypes.aggregate(read) + ", and stands with "
                                + event.aggregate() + ".");
            }
            return read;
        } catch (AxonException | IllegalArgumentException unreadable) {
            throw new UnknownEvent("Its payload is none of " + event.type() + ".", unreadable);
        }
    }
}
