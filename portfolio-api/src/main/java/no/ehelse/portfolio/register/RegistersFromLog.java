package no.ehelse.portfolio.register;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import no.ehelse.portfolio.eventstore.AppendOrder;
import no.ehelse.portfolio.eventstore.WhereLogIsInTables;
import no.ehelse.portfolio.organisation.OrganisationEvent;
import no.ehelse.portfolio.round.RoundEvent;
import no.ehelse.portfolio.round.RoundId;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.SerializationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes the registers anew from the log at every start, before the first command: they are derived, a log may have been
 * restored without them, and there are only some dozens of rounds and organisations.
 */
@Component
@WhereLogIsInTables
public final class RegistersFromLog implements Registers, SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(RegistersFromLog.class);

    private final JdbcClient database;
    private final EventStore store;
    private final TransactionManager transactions;
    private final AppendOrder order;
    private final RoundRegister rounds;
    private final OrganisationRegister organisations;

    RegistersFromLog(JdbcClient database, EventStore store, TransactionManager transactions, AppendOrder order,
            RoundRegister rounds, OrganisationRegister organisations) {
        this.database = database;
        this.store = store;
        this.transactions = transactions;
        this.order = order;
        this.rounds = rounds;
        this.organisations = organisations;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Instant began = Instant.now();
        transactions.executeInTransaction(this::rebuild);
        LOG.info("Registers written from the log in {} ms", Duration.between(began, Instant.now()).toMillis());
    }

    @Override
    public void rebuild() {
        order.lockAndCatchUp();
        if (order.followed().isPresent()) {
            throw new IllegalStateException("This database belongs to a log in an Axon Server: start with its profile");
        }
        rounds.clear();
        organisations.clear();
        for (String identifier : identifiers("round:")) {
            if (!isRead(identifier, event -> rounds.enter((RoundEvent) event))) {
                rounds.protect(new RoundId(identifier.substring("round:".length())));
            }
        }
        for (String identifier : identifiers("organisation:")) {
            isRead(identifier, event -> organisations.enter((OrganisationEvent) event));
        }
    }

    /** Whoever damaged an event does not keep the service from starting, and from telling which event it is. */
    private boolean isRead(String identifier, Consumer<Object> register) {
        try {
            store.readEvents(identifier).asStream().map(DomainEventMessage::getPayload).forEach(register);
            return true;
        } catch (SerializationException | ClassCastException damaged) {
            LOG.error("{} cannot be read to its end, see /api/audit/verification", identifier, damaged);
            return false;
        }
    }

    /** By range, not by pattern, so that the index answers. */
    private List<String> identifiers(String prefix) {
        String afterAll = prefix.substring(0, prefix.length() - 1) + (char) (prefix.charAt(prefix.length() - 1) + 1);
        return database.sql("""
                select aggregate_identifier from domain_event_entry
                where aggregate_identifier >= ? and aggregate_identifier < ? and sequence_number = 0
                order by aggregate_identifier""")
                .params(prefix, afterAll)
                .query((row, index) -> row.getString(1))
                .list();
    }
}
