package no.ehelse.portfolio.importing;

import java.util.List;
import no.ehelse.portfolio.command.RequestKey;
import no.ehelse.portfolio.tiltak.TiltakEvent;
import no.ehelse.portfolio.tiltak.TiltakHistory;
import no.ehelse.portfolio.tiltak.TiltakNumber;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The histories of tiltak as of the unit of work that asks, read from the log. */
@Component
class Histories {

    private final EventStore events;

    Histories(EventStore events) {
        this.events = events;
    }

    TiltakHistory of(TiltakNumber number) {
        List<TiltakHistory.Entry> entries = events.readEvents(number.aggregateIdentifier(), 0)
                .asStream().<TiltakHistory
                        .Entry>map(Histories::entry)
                .toList();
        return TiltakHistory.of(entries);
    }

    private static TiltakHistory.Entry entry(DomainEventMessage<?> message) {
        return new TiltakHistory.Entry(message.getIdentifier(), message.getSequenceNumber(), message.getTimestamp(),
                request(message.getMetaData()), (TiltakEvent) message.getPayload());
    }

    private static @Nullable RequestKey request(MetaData metaData) {
        return metaData.get(RequestKey.KEY) instanceof String key
                && metaData.get(RequestKey.DIGEST) instanceof String digest ? new RequestKey(key, digest) : null;
    }
}
