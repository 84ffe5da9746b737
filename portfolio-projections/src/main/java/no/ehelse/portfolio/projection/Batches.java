package no.ehelse.portfolio.projection;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gathers what projectors make of the events of one unit of work, and writes it just before the commit.
 *
 * <p>Where writing a batch fails, the events are handled one by one on the next attempt, each written at once behind a
 * savepoint: the one that fails then fails in its own handler, where the dead-letter queue takes it.
 */
public final class Batches {

    private static final String RESOURCE = Batch.class.getName();

    private final Serving serving;
    private final Progress progress;
    private final int logic;
    private final List<BatchListener> listeners;
    private final TransactionTemplate savepoint;
    private final List<Runnable> memories;

    private volatile boolean oneByOne;

    /** As this instance left the tables; where they are otherwise, somebody else wrote, or emptied them. */
    private volatile Progress.@Nullable Mark left;

    /**
     * Writes batches.
     *
     * @param serving kept from switching while a batch is written
     * @param progress how far the serving tables have read
     * @param logic the version of the projecting code; tables of another one are left to it
     * @param transactions the transaction manager of the tables, able to set savepoints
     * @param listeners told of what is committed
     * @param memories forget what projectors remember of the tables, where that may not be what the tables hold
     */
    public Batches(Serving serving, Progress progress, int logic, PlatformTransactionManager transactions,
            List<BatchListener> listeners, List<Runnable> memories) {
        this.serving = serving;
        this.progress = progress;
        this.logic = logic;
        this.listeners = List.copyOf(listeners);
        this.memories = List.copyOf(memories);
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * An event that comes up, before anybody handles it: the tables have read it also if nobody ever can, because it
     * cannot be read, or is parked behind another one.
     *
     * @param position its place in the stream
     */
    public void comesUp(long position) {
        UnitOfWork<?> unitOfWork = CurrentUnitOfWork.get().root();
        if (!oneByOne) {
            unitOfWork.getOrComputeResource(RESOURCE, key -> begin(unitOfWork)).sees(position);
            return;
        }
        unitOfWork.getOrComputeResource(RESOURCE + ".seen", key -> moveOn(unitOfWork)).set(position);
    }

    /** Where events are handled one by one, the tables are moved beyond the last of them at the end. */
    private AtomicLong moveOn(UnitOfWork<?> unitOfWork) {
        AtomicLong last = new AtomicLong();
        unitOfWork.onPrepareCommit(committing -> {
            Batch nothing = new Batch(mark().position());
            nothing.sees(last.get());
            if (nothing.to() > nothing.from()) {
                progress.moveTo(nothing.to());
                unitOfWork.afterCommit(committed -> tell(nothing));
            }
        });
        return last;
    }

    /**
     * Handles one event as a member of the current batch.
     *
     * @param event the event
     * @param handler gathers the event's rows in the batch; it must leave the batch alone if it fails
     */
    public void handle(Envelope event, BiConsumer<Batch, Envelope> handler) {
        UnitOfWork<?> unitOfWork = CurrentUnitOfWork.get().root();
        if (oneByOne) {
            handleAlone(unitOfWork, event, handler);
            return;
        }
        Batch batch = unitOfWork.getOrComputeResource(RESOURCE, key -> begin(unitOfWork));
        batch.sees(event);
        handler.accept(batch, event);
        batch.handled(event);
    }

    private Batch begin(UnitOfWork<?> unitOfWork) {
        Batch batch = fromWhereTheTablesAre();
        unitOfWork.onPrepareCommit(committing -> writeAll(batch));
        unitOfWork.afterCommit(committed -> tell(batch));
        unitOfWork.onRollback(rolledBack -> forget());
        return batch;
    }

    private Batch fromWhereTheTablesAre() {
        TableSet unused = serving.hold();
        Progress.Mark mark = mark();
        if (!mark.equals(left)) {
            forget();
            left = mark;
        }
        return new Batch(mark.position());
    }

    /** Where the tables are, if it is for this version of the projecting code to go on. */
    private Progress.Mark mark() {
        Progress.Mark mark = progress.mark();
        if (mark.logic() != logic) {
            throw new FilledByAnotherVersion(mark.logic(), logic);
        }
        return mark;
    }

    private void forget() {
        left = null;
        memories.forEach(Runnable::run);
    }

    private void writeAll(Batch batch) {
        try {
            write(batch);
        } catch (RuntimeException failed) {
            oneByOne = true;
            throw failed;
        }
    }

    private void handleAlone(UnitOfWork<?> unitOfWork, Envelope event, BiConsumer<Batch, Envelope> handler) {
        unitOfWork.getOrComputeResource(RESOURCE + ".alone", key -> {
            unitOfWork.afterCommit(committed -> oneByOne = false);
            unitOfWork.onRollback(rolledBack -> forget());
            return true;
        });
        Batch batch = fromWhereTheTablesAre();
        batch.sees(event);
        try {
            savepoint.executeWithoutResult(status -> {
                handler.accept(batch, event);
                batch.handled(event);
                write(batch);
            });
        } catch (RuntimeException failed) {
            forget();
            progress.moveTo(batch.to());
            throw failed;
        }
        unitOfWork.afterCommit(committed -> tell(batch));
    }

    private void write(Batch batch) {
        batch.write();
        if (batch.to() > batch.from()) {
            progress.moveTo(batch.to());
        }
        if (!batch.isAhead()) {
            progress.newGeneration();
        }
    }

    private void tell(Batch batch) {
        Progress.Mark before = left;
        left = before == null || !batch.isAhead() ? null : before.movedTo(batch.to());
        listeners.forEach(listener -> listener.committed(batch));
    }
}
