package no.ehelse.portfolio.eventstore;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether what a transaction has read is stored for good.
 *
 * <p>The embedded database shows what is committed before it is written. If that fails, the database closes and what was
 * shown never was. Whoever acts upon it later, when the database is open again, would act upon nothing.
 */
@Component
final class Durability {

    private final JdbcClient database;
    private final @Nullable OneWriter writer;

    Durability(JdbcClient database, ObjectProvider<OneWriter> writer) {
        this.database = database;
        this.writer = writer.getIfAvailable();
    }

    /**
     * Makes sure that everything that the current transaction has read so far is stored.
     *
     * @throws org.springframework.dao.DataAccessException if it may not be
     */
    void confirm() {
        if (writer != null) {
            try {
                writer.settle();
            } catch (SQLException busy) {
                throw new TransientDataAccessResourceException("What was read may not be stored yet", busy);
            }
            // By the connection that read it: if its database closed itself, this fails, also where it is open again.
            database.sql("select 1").query(Integer.class).single();
        }
    }
}
