package no.ehelse.portfolio.importing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import no.ehelse.portfolio.eventstore.StoreWatch;
import no.ehelse.portfolio.importing.PortfolioListing.Listed;
import no.ehelse.portfolio.register.RequestRegister;
import no.ehelse.portfolio.register.WholeRequest;
import no.ehelse.portfolio.tiltak.TiltakNumber;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * The one unit of work around all commands of an import, or of its undoing. Each command has one of its own within it, which stages its
 * events for the outer one: they are appended together when that commits, and forgotten when it does not, as are the
 * aggregates in memory that they touched.
 */
@Component
class ImportTransaction {

    private final CommandBus commands;
    private final TransactionManager transactions;
    private final EventStore events;
    private final SaidAlready saidAlready;
    private final Histories histories;
    private final WrittenRows written;
    private final RequestRegister requests;
    private final StoreWatch store;

    ImportTransaction(@Qualifier("localSegment") CommandBus commands, TransactionManager transactions,
            EventStore events, SaidAlready saidAlready, Histories histories, WrittenRows written,
            RequestRegister requests, StoreWatch store) {
        this.commands = commands;
        this.transactions = transactions;
        this.events = events;
        this.saidAlready = saidAlready;
        this.histories = histories;
        this.written = written;
        this.requests = requests;
        this.store = store;
    }

    /**
     * Sends every row, and commits if none has an error and it is no dry run. What it throws may be a conflict with
     * somebody who recorded something meanwhile.
     */
    ImportAnswer run(RoundFile file, ReportFile read, LocalDate cutOff, List<Listed> notListed, boolean dryRun) {
        return whole(file.id(), () -> {
            RowsOfImport rows = new RowsOfImport(file, cutOff, commands, events, saidAlready, written);
            rows.send(read);
            ImportAnswer answer = rows.answer(read, notListed);
            if (file.request() != null && !dryRun && !answer.isRejected()) {
                requests.enter(file.request());
            }
            return answer;
        }, answer -> !dryRun && !answer.isRejected());
    }

    /**
     * Takes entries back, and commits. What it throws may be a conflict with somebody who recorded something meanwhile.
     *
     * @param entries identifiers of events by tiltak
     * @param comment why
     * @param provenance what every event says about where it came from
     * @param request the request with an idempotency key; null: one without
     */
    RetractionOfImport retract(SortedMap<TiltakNumber, Set<String>> entries, String comment,
            Map<String, ?> provenance, @Nullable WholeRequest request) {
        return whole(comment, () -> {
            RetractionOfImport retraction = new RetractionOfImport(comment, provenance, request, commands, histories);
            if (request != null && requests.isRepeated(request)) {
                retraction.remember(entries, request);
            } else {
                retraction.send(entries);
                if (request != null) {
                    requests.enter(request);
                }
            }
            return retraction;
        }, retraction -> true);
    }

    private <T> T whole(String about, Supplier<T> work, Predicate<T> isToBeRecorded) {
        store.pass();
        UnitOfWork<?> whole = DefaultUnitOfWork.startAndGet(new GenericMessage<>(about));
        whole.attachTransaction(transactions);
        try {
            T done = work.get();
            if (isToBeRecorded.test(done)) {
                whole.commit();
            } else {
                whole.rollback(new CancellationException("nothing is to be recorded"));
            }
            return done;
        } catch (RuntimeException failed) {
            if (whole.isActive()) {
                whole.rollback(failed);
            }
            throw failed;
        }
    }
}
