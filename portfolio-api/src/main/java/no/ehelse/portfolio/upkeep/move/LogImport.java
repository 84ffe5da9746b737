package no.ehelse.portfolio.upkeep.move;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import no.ehelse.portfolio.eventstore.AppendOrder;
import no.ehelse.portfolio.eventstore.LogTakeover;
import no.ehelse.portfolio.eventstore.UnknownEvent;
import no.ehelse.portfolio.evidence.LogTally;
import no.ehelse.portfolio.evidence.SealKeys;
import no.ehelse.portfolio.evidence.StoredEvent;
import no.ehelse.portfolio.evidence.StoredLog;
import no.ehelse.portfolio.evidence.verification.BrokenLog;
import no.ehelse.portfolio.evidence.verification.Verification;
import no.ehelse.portfolio.evidence.verification.VerifiedLog;
import no.ehelse.portfolio.evidence.verification.WholeLog;
import no.ehelse.portfolio.register.Registers;
import no.ehelse.portfolio.register.RequestRegister;
import no.ehelse.portfolio.upkeep.Refused;
import org.axonframework.common.AxonException;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes the log in an export over into an empty store, in one transaction: all of it, checked as it is read and once more
 * as it is stored, or nothing. A store that cannot take back what it has, an Axon Server, gets nothing before the whole file was
 * checked; where it stops half-way all the same, the same import goes on behind what is there.
 */
public final class LogImport {

    private static final Logger LOG = LoggerFactory.getLogger(LogImport.class);

    private static final int AT_ONCE = 500;
    private static final int BETWEEN_WORDS = 10_000;

    private final LogTakeover store;
    private final StoredLog stored;
    private final AppendOrder order;
    private final SealKeys keys;
    private final Registers registers;
    private final RequestRegister requests;
    private final Verification verification;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LogImport(LogTakeover store, StoredLog stored, AppendOrder order, SealKeys keys, Registers registers,
            RequestRegister requests, Verification verification, PlatformTransactionManager transactions, Clock clock) {
        this.store = store;
        this.stored = stored;
        this.order = order;
        this.keys = keys;
        this.registers = registers;
        this.requests = requests;
        this.verification = verification;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Takes a log over.
     *
     * @param heads the digest over the heads of all chains that the log must have; null: nobody knows it, so that a log
     *            that lacks its last events cannot be told from a whole one
     * @param withoutSealKey whether it is accepted that the seals are those of keys that nobody has any more
     * @throws Refused if the store is not empty, or the log is not as it was recorded; nothing is stored then
     */
    public TakenOver run(Path file, @Nullable String heads, boolean withoutSealKey) throws IOException {
        checkIsEmpty();
        if (store.isInUse(clock.instant())) {
            throw new Refused("A service is running on this store. Stop it first.");
        }
        LogTally there = LogTally.of(stored);
        try {
            if (!store.isAllOrNothing()) {
                check(file, there, heads, withoutSealKey);
            }
            store.numberFromOne();
            try (ExportReader lines = ExportReader.open(file)) {
                return Objects.requireNonNull(transaction.execute(status -> {
                    order.take();
                    checkIsEmpty();
                    return new Run(lines, new WholeLog(keys, withoutSealKey), there).all(heads, withoutSealKey);
                }));
            }
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    /** What cannot be taken back is not begun before everything was looked at. */
    private void check(Path file, LogTally there, @Nullable String heads, boolean withoutSealKey) throws IOException {
        try (ExportReader lines = ExportReader.open(file)) {
            new Run(lines, new WholeLog(keys, withoutSealKey), there).check(heads);
        }
    }

    /** Where an import can stop half-way, what is there may be the beginning of the same log. */
    private void checkIsEmpty() {
        long events = stored.count();
        if (events > 0 && (store.isAllOrNothing() || order.followed().isPresent())) {
            throw new Refused("The store has " + events + " events. Only an empty one takes a log over.");
        }
    }

    /** One import. */
    private final class Run {

        private final ExportReader lines;
        private final WholeLog log;
        private final List<DomainEventMessage<?>> batch = new ArrayList<>(AT_ONCE);
        private final Set<String> identifiers = new HashSet<>();
        private final LogTally there;

        Run(ExportReader lines, WholeLog log, LogTally there) {
            this.lines = lines;
            this.log = log;
            this.there = there;
        }

        /** Reads all, and appends nothing. */
        void check(@Nullable String heads) {
            for (StoredEvent event = next(); event != null; event = next()) {
                DomainEventMessage<?> unused = checked(event);
            }
            checkEnd(heads);
            if (log.events() < there.events()) {
                throw new Refused("The store has " + there.events() + " events, more than the file.");
            }
        }

        TakenOver all(@Nullable String heads, boolean withoutSealKey) {
            for (StoredEvent event = next(); event != null; event = next()) {
                take(event);
            }
            append();
            checkEnd(heads);
            store.end(Instant.ofEpochMilli(log.lastRecordedAt()), log.head(), log.editions());
            registers.rebuild();
            checkStored(withoutSealKey);
            return new TakenOver(log.events(), log.editions(), log.heads());
        }

        private @Nullable StoredEvent next() {
            try {
                return lines.next();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void take(StoredEvent event) {
            DomainEventMessage<?> message = checked(event);
            if (log.events() > there.events()) {
                batch.add(message);
            }
            requests.enterFrom(message.getMetaData());
            if (!identifiers.add(event.event())) {
                throw refused(event, "An event of that identifier stands before it.");
            }
            if (batch.size() == AT_ONCE) {
                append();
            }
            if (log.events() % BETWEEN_WORDS == 0) {
                LOG.info("{} events are taken over", log.events());
            }
        }

        private DomainEventMessage<?> checked(StoredEvent event) {
            try {
                log.add(event);
                if (log.events() == there.events() && !log.heads().equals(there.heads())) {
                    throw refused(event, "The store has other events than the file up to here.");
                }
                return store.message(event);
            } catch (BrokenLog broken) {
                throw refused(event, broken.reason());
            } catch (UnknownEvent unknown) {
                throw refused(event, unknown.reason());
            }
        }

        private Refused refused(StoredEvent event, String reason) {
            return new Refused("Line " + lines.line() + ", event " + event.event() + ": " + reason);
        }

        private void append() {
            if (batch.isEmpty()) {
                return;
            }
            List<String> taken = store.taken(List.copyOf(identifiers));
            if (!taken.isEmpty()) {
                throw new Refused("Up to line " + lines.line() + ": the identifier " + taken.getFirst()
                        + " is that of more than one event.");
            }
            try {
                store.append(batch);
            } catch (AxonException notStored) {
                throw new Refused("Up to line " + lines.line() + ": the store does not take an event: "
                        + NestedExceptionUtils.getMostSpecificCause(notStored).getMessage(), notStored);
            }
            batch.clear();
            identifiers.clear();
        }

        private void checkEnd(@Nullable String heads) {
            if (log.events() == 0) {
                throw new Refused("The file has no event.");
            }
            if (heads != null && !heads.equals(log.heads())) {
                throw new Refused("The log in the file is another one, or not all of it: its heads are " + log.heads()
                        + ", not " + heads + ".");
            }
        }

        /** What is in the store now is read as every verification reads it. */
        private void checkStored(boolean withoutSealKey) {
            VerifiedLog verified = verification.run();
            boolean whole = verified.intact() || withoutSealKey;
            if (!whole || verified.events() != log.events() || !verified.heads().equals(log.heads())) {
                throw new Refused("What the store has is not what was in the file: its heads are " + verified.heads()
                        + ", not " + log.heads() + "; " + verified.findings());
            }
        }
    }
}
