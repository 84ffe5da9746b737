package no.ehelse.portfolio.eventstore;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import no.ehelse.portfolio.evidence.CanonicalForm;
import no.ehelse.portfolio.evidence.HeadMemory;
import no.ehelse.portfolio.evidence.LogHead;
import no.ehelse.portfolio.evidence.Seal;
import no.ehelse.portfolio.evidence.SealKeys;
import no.ehelse.portfolio.evidence.StoredEvent;
import no.ehelse.portfolio.evidence.StoredLog;
import no.ehelse.portfolio.evidence.StoredText;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Puts a seal on every event that is appended, and keeps count of them, in the database and outside it. */
@Component
public final class Sealing {

    private static final Logger LOG = LoggerFactory.getLogger(Sealing.class);

    private final SealKeys keys;
    private final HeadMemory memory;
    private final StoredLog log;

    Sealing(SealKeys keys, HeadMemory memory, StoredLog log) {
        this.keys = keys;
        this.memory = memory;
        this.log = log;
    }

    /**
     * The event with its seal.
     *
     * @param place its number in the order of recording
     * @param serializer what it is stored with
     * @throws IllegalArgumentException if its metadata has anything else than texts
     */
    DomainEventMessage<?> sealed(DomainEventMessage<?> event, long place, Serializer serializer) {
        SerializedObject<byte[]> payload = event.serializePayload(serializer, byte[].class);
        CanonicalForm form = CanonicalForm.of(event.getIdentifier(), event.getAggregateIdentifier(),
                event.getSequenceNumber(), payload.getType().getName(), payload.getType().getRevision(),
                event.getTimestamp().toEpochMilli(), StoredText.of(payload.getData()), event.getMetaData());
        return event.andMetaData(Map.of(CanonicalForm.SEAL, keys.seal(place, form).text()));
    }

    /** The place of an event by its seal; 0: it has none, or one that does not fit. */
    public long placeOf(StoredEvent event) {
        CanonicalForm form = CanonicalForm.of(event);
        Seal seal = Seal.parse(form.seal());
        return seal != null && keys.check(seal, form) == SealKeys.Check.FITS ? seal.place() : 0;
    }

    /** A head as it is kept in the database; it is remembered outside it when the transaction commits. */
    String kept(LogHead head) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                memory.remember(head);
            }
        });
        return keys.sealed(head);
    }

    /**
     * The head to go on from.
     *
     * @param kept what the database has; null: nothing
     */
    LogHead head(@Nullable String kept) {
        LogHead head = keys.head(kept);
        return head == null ? notBehindMemory(fromLog()) : head;
    }

    /**
     * The head to go on from after a start: never behind what is remembered, so that what got lost leaves a gap.
     *
     * @param kept what the database has; null: nothing
     */
    LogHead headAtStart(@Nullable String kept) {
        if (kept != null && keys.head(kept) == null) {
            LOG.error(
                    "The log was sealed with a key that this service does not have: put the file with it in place, or "
                            + "nobody can tell real events from forged ones; /api/audit/verification says which");
        }
        return notBehindMemory(head(kept));
    }

    private LogHead notBehindMemory(LogHead head) {
        LogHead remembered = memory.head();
        return remembered == null || remembered.events() <= head.events() ? head : remembered;
    }

    /** A log that was restored, or has events from before there were seals, tells its head itself. */
    private LogHead fromLog() {
        AtomicReference<@Nullable Long> sealedFrom = new AtomicReference<>();
        long[] highest = {log.count()};
        log.read(StoredLog.START, log.end(), event -> {
            Seal seal = Seal.parse(CanonicalForm.of(event).seal());
            if (seal != null) {
                highest[0] = Math.max(highest[0], seal.place());
                sealedFrom.compareAndSet(null, seal.place());
            }
        });
        return new LogHead(highest[0], Objects.requireNonNullElse(sealedFrom.get(), highest[0] + 1));
    }
}
