package no.ehelse.portfolio.register;

import java.time.Instant;
import java.util.SortedMap;
import no.ehelse.portfolio.command.RequestKey;
import no.ehelse.portfolio.eventstore.AppendOrder;
import no.ehelse.portfolio.eventstore.KnownEvents;
import no.ehelse.portfolio.eventstore.LogElsewhere;
import no.ehelse.portfolio.eventstore.Sealing;
import no.ehelse.portfolio.eventstore.UnknownEvent;
import no.ehelse.portfolio.eventstore.WhereLogIsInAxonServer;
import no.ehelse.portfolio.evidence.MetaDataPairs;
import no.ehelse.portfolio.evidence.StoredEvent;
import no.ehelse.portfolio.evidence.StoredLog;
import no.ehelse.portfolio.organisation.OrganisationEvent;
import no.ehelse.portfolio.round.RoundEvent;
import no.ehelse.portfolio.round.RoundId;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Keeps the registers behind a log that is not in the database.
 *
 * <p>Whoever appends writes them in a transaction that commits right after the log did, so they are behind only where
 * somebody ended in between: then whoever comes next writes what is missing from the log, before anything is decided.
 */
@Component
@WhereLogIsInAxonServer
public final class RegistersBehindLog implements LogElsewhere, Registers, SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(RegistersBehindLog.class);

    private static final String ROUND = "round:";
    private static final String ORGANISATION = "organisation:";

    private final StoredLog log;
    private final KnownEvents known;
    private final Sealing sealing;
    private final AppendOrder order;
    private final TransactionManager transactions;
    private final RoundRegister rounds;
    private final OrganisationRegister organisations;
    private final RequestRegister requests;

    RegistersBehindLog(StoredLog log, KnownEvents known, Sealing sealing, AppendOrder order,
            TransactionManager transactions, RoundRegister rounds, OrganisationRegister organisations,
            RequestRegister requests) {
        this.log = log;
        this.known = known;
        this.sealing = sealing;
        this.order = order;
        this.transactions = transactions;
        this.rounds = rounds;
        this.organisations = organisations;
        this.requests = requests;
    }

    /** What was read of the log. */
    private static final class Reading {

        private Instant lastRecordedAt = Instant.EPOCH;
        private long highestPlace;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transactions.executeInTransaction(this::start);
    }

    private void start() {
        order.take();
        boolean first = order.followed().isEmpty();
        if (first && order.hasLogOfItsOwn()) {
            throw new IllegalStateException(
                    "This database has a log of its own: import that into the Axon Server, and use an empty database");
        }
        if (first || order.followed().getAsLong() > log.end()) {
            if (!first) {
                LOG.error("The log is shorter than it was: what commands look up is written anew, and "
                        + "/api/audit/verification says what is missing");
            }
            rebuild();
        } else {
            follow();
        }
    }

    @Override
    public void rebuild() {
        rounds.clear();
        organisations.clear();
        order.followedUpTo(0);
        follow();
    }

    @Override
    public void catchUp() {
        if (order.followed().orElse(0) < log.end()) {
            transactions.executeInTransaction(() -> {
                order.take();
                if (order.followed().orElse(0) < log.end()) {
                    follow();
                }
            });
        }
    }

    @Override
    public void ask() {
        long unused = log.end();
    }

    private void follow() {
        long from = order.followed().orElse(0);
        long end = log.end();
        Reading reading = new Reading();
        log.read(from, end, event -> enter(event, reading));
        order.lockAndCatchUp(reading.lastRecordedAt, reading.highestPlace, end);
        if (end > from) {
            LOG.info("Registers written from the log, from position {} to {}", from, end);
        }
    }

    private void enter(StoredEvent event, Reading reading) {
        reading.highestPlace = Math.max(reading.highestPlace, sealing.placeOf(event));
        Instant recordedAt = Instant.ofEpochMilli(event.milliseconds().orElse(0));
        reading.lastRecordedAt = recordedAt.isAfter(reading.lastRecordedAt) ? recordedAt : reading.lastRecordedAt;
        enterRequest(MetaDataPairs.of(event.metaData()));
        if (event.aggregate().startsWith(ROUND) || event.aggregate().startsWith(ORGANISATION)) {
            enter(event);
        }
    }

    private void enterRequest(@Nullable SortedMap<String, String> metaData) {
        if (metaData != null && metaData.containsKey(RequestKey.KEY)) {
            requests.enterFrom(MetaData.from(metaData));
        }
    }

    /** Whoever damaged an event does not keep the service from starting, and from telling which event it is. */
    private void enter(StoredEvent event) {
        try {
            switch (known.read(event)) {
                case RoundEvent ofRound -> rounds.follow(ofRound);
                case OrganisationEvent ofOrganisation -> organisations.follow(ofOrganisation);
                default -> throw new UnknownEvent("It stands with " + event.aggregate() + ".");
            }
        } catch (UnknownEvent damaged) {
            LOG.error("{} cannot be read to its end, see /api/audit/verification", event.aggregate(), damaged);
            if (event.aggregate().startsWith(ROUND)) {
                rounds.protect(new RoundId(event.aggregate().substring(ROUND.length())));
            }
        }
    }
}
