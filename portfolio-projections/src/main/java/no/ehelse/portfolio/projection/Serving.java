package no.ehelse.portfolio.projection;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which of the two sets of tables serves: the table {@code read_model}. */
public final class Serving implements Supplier<TableSet> {

    private final JdbcClient jdbc;
    private final AtomicReference<Seen> latest = new AtomicReference<>(new Seen(TableSet.A, -1));

    /** What was seen, in the order of the switches, whichever thread comes to tell of it first. */
    private record Seen(TableSet set, long switches) {}

    /** Reads and writes through a client. */
    public Serving(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The set that served when somebody last looked: at the latest when this instance began its last batch. */
    @Override
    public TableSet get() {
        return latest.get().set();
    }

    /** Looks which set serves. */
    public TableSet look() {
        return seen(jdbc.sql("select serving, switches from read_model where name = 'portfolio'"));
    }

    /** Looks which set serves, and keeps it serving until the current transaction ends. */
    public TableSet hold() {
        return seen(jdbc.sql("select serving, switches from read_model where name = 'portfolio' for update"));
    }

    /** Makes a set serve when the current transaction, which holds the one before it, commits. */
    public void switchTo(TableSet next) {
        jdbc.sql("update read_model set serving = ?, switches = switches + 1 where name = 'portfolio'")
                .param(next.letter())
                .update();
    }

    private TableSet seen(JdbcClient.StatementSpec query) {
        Seen found = query.query((row, number) -> new Seen(TableSet.of(row.getString(1)), row.getLong(2))).single();
        return latest.accumulateAndGet(found, (one, other) -> other.switches() > one.switches() ? other : one).set();
    }
}
