package no.ehelse.portfolio.axonserver;

import com.google.protobuf.ByteString;
import io.axoniq.axonserver.connector.event.AppendEventsTransaction;
import io.axoniq.axonserver.grpc.MetaDataValue;
import io.axoniq.axonserver.grpc.event.Confirmation;
import io.axoniq.axonserver.grpc.event.Event;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import no.ehelse.portfolio.eventstore.TakenOverEvents;
import no.ehelse.portfolio.evidence.MetaDataPairs;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;

/** Events of a log that is taken over, on their way into an Axon Server: some hundred in each of its transactions. */
final class TakenOverInAxonServer implements TakenOverEvents {

    private final AxonServer server;
    private final LogName name;
    private final Serializer serializer;
    private final Set<String> seen = new HashSet<>();

    TakenOverInAxonServer(AxonServer server, LogName name, Serializer serializer) {
        this.server = server;
        this.name = name;
        this.serializer = serializer;
    }

    @Override
    public boolean isAllOrNothing() {
        return false;
    }

    @Override
    public void numberFromOne() {
        // Its first event has token 0 in any case.
    }

    /** It does not look for an identifier itself: those that were asked for before are remembered. */
    @Override
    public List<String> taken(List<String> identifiers) {
        return identifiers.stream().filter(identifier -> !seen.add(identifier)).toList();
    }

    @Override
    public void append(List<? extends DomainEventMessage<?>> events) {
        AppendEventsTransaction transaction = server.events().startAppendEventsTransaction();
        events.forEach(event -> transaction.appendEvent(there(event)));
        Confirmation unused = server.answer(transaction.commit(), "that it has stored events");
    }

    /** Byte for byte what was exported: the serializer gives back what the message was made of. */
    private Event there(DomainEventMessage<?> event) {
        SerializedObject<byte[]> payload = event.serializePayload(serializer, byte[].class);
        Event.Builder there = Event.newBuilder()
                .setMessageIdentifier(event.getIdentifier())
                .setAggregateIdentifier(name.there(event.getAggregateIdentifier()))
                .setAggregateSequenceNumber(event.getSequenceNumber())
                .setAggregateType(event.getType())
                .setTimestamp(event.getTimestamp().toEpochMilli())
                .setPayload(io.axoniq.axonserver.grpc.SerializedObject.newBuilder()
                        .setType(payload.getType().getName())
                        .setRevision(Objects.requireNonNullElse(payload.getType().getRevision(), ""))
                        .setData(ByteString.copyFrom(payload.getData())));
        MetaDataPairs.of(event.getMetaData())
                .forEach((key, text) -> there.putMetaData(key,
                        MetaDataValue.newBuilder().setTextValue(text).build()));
        return there.build();
    }
}
