package no.ehelse.portfolio.importing;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CancellationException;
import no.ehelse.portfolio.importing.PortfolioListing.Listed;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * The one unit of work around all commands of an import. Each command has one of its own within it, which stages its
 * events for the outer one: they are appended together when that commits, and forgotten when it does not, as are the
 * aggregates in memory that they touched.
 */
@Component
class ImportTransaction {

    private final CommandBus commands;
    private final TransactionManager transactions;
    private final EventStore events;
    private final SaidAlready saidAlready;

    ImportTransaction(@Qualifier("localSegment") CommandBus commands, TransactionManager transactions,
            EventStore events, SaidAlready saidAlready) {
        this.commands = commands;
        this.transactions = transactions;
        this.events = events;
        this.saidAlready = saidAlready;
    }

    /**
     * Sends every row, and commits if none has an error and it is no dry run. What it throws may be a conflict with
     * somebody who recorded something meanwhile.
     */
    ImportAnswer run(RoundFile file, ReportFile read, LocalDate cutOff, List<Listed> notListed, boolean dryRun) {
        UnitOfWork<?> whole = DefaultUnitOfWork.startAndGet(new GenericMessage<>(file.id()));
        whole.attachTransaction(transactions);
        try {
            RowsOfImport rows = new RowsOfImport(file, cutOff, commands, events, saidAlready);
            rows.send(read.reports());
            ImportAnswer answer = rows.answer(read, notListed);
            if (dryRun || answer.isRejected()) {
                whole.rollback(new CancellationException("nothing is to be recorded"));
            } else {
                whole.commit();
            }
            return answer;
        } catch (RuntimeException failed) {
            if (whole.isActive()) {
                whole.rollback(failed);
            }
            throw failed;
        }
    }
}
