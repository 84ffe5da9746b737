package no.ehelse.portfolio.projection;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far a set of tables has read: the table {@code read_model_progress}. */
public final class Progress {

    private final JdbcClient jdbc;
    private final Supplier<TableSet> set;

    /**
     * How far a set of tables has read.
     *
     * @param position the last stream position that they reflect; 0: none
     * @param generation changes whenever rows of earlier positions have changed
     * @param logic by which version of the projecting code they were filled; 0: by none
     */
    public record Mark(TableSet set, long position, long generation, int logic) {

        /** Whether what was read at the other mark is still true, if not all of it. */
        public boolean continues(@Nullable Mark other) {
            return other != null && set == other.set && generation == other.generation && position >= other.position;
        }

        /** The same tables, having read up to a later position. */
        public Mark movedTo(long later) {
            return new Mark(set, later, generation, logic);
        }
    }

    /**
     * Reads and writes through a client.
     *
     * @param set which set it is about; asked each time
     */
    public Progress(JdbcClient jdbc, Supplier<TableSet> set) {
        this.jdbc = jdbc;
        this.set = set;
    }

    /** How far the tables have read, as of this transaction. */
    public Mark mark() {
        TableSet now = set.get();
        return jdbc.sql("""
                select position, generation, logic
                from read_model_progress
                where table_set = ?
                """)
                .param(now.letter())
                .query((row, number) -> new Mark(now, row.getLong(1), row.getLong(2), row.getInt(3)))
                .single();
    }

    /** The tables have read up to a position. */
    public void moveTo(long position) {
        jdbc.sql("""
                update read_model_progress
                set position = ?
                where table_set = ?
                """).param(position).param(set.get().letter()).update();
    }

    /** Tells readers that rows of earlier positions have changed. */
    public void newGeneration() {
        jdbc.sql("""
                update read_model_progress
                set generation = generation + 1
                where table_set = ?
                """).param(set.get().letter()).update();
    }

    /** Notes by which version of the projecting code the tables are filled. */
    public void filledBy(int logic) {
        jdbc.sql("update read_model_progress set logic = ? where table_set = ?")
                .param(logic)
                .param(set.get().letter())
                .update();
    }
}
