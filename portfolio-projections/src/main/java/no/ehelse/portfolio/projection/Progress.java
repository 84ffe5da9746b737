package no.ehelse.portfolio.projection;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code read_model}: how far the tables have read. */
public final class Progress {

    private final JdbcClient jdbc;

    /**
     * How far the tables have read.
     *
     * @param position the last stream position that they reflect; 0: none
     * @param generation changes whenever rows of earlier positions have changed
     */
    public record Mark(long position, long generation) {}

    /** Reads and writes through a client. */
    public Progress(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How far the tables have read, as of this transaction. */
    public Mark mark() {
        return jdbc.sql("""
                select position, generation
                from read_model
                where name = 'portfolio'
                """).query((row, number) -> new Mark(row.getLong(1), row.getLong(2))).single();
    }

    void moveTo(long position) {
        jdbc.sql("""
                update read_model
                set position = :position
                where name = 'portfolio'
                """).param("position", position).update();
    }

    /** Tells readers that rows of earlier positions have changed. */
    public void newGeneration() {
        jdbc.sql("""
                update read_model
                set generation = generation + 1
                where name = 'portfolio'
                """).update();
    }
}
