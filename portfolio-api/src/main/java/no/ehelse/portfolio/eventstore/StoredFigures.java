package no.ehelse.portfolio.eventstore;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * What the database says of how it stands: asked for only when somebody looks, and not at all while the database is away.
 * Whoever looks when it goes away waits for one answer, not for each.
 */
@Component
public final class StoredFigures {

    /** So long an answer is good: what one look shows of one figure is of the same moment. */
    private static final long GOOD_FOR = Duration.ofMillis(100).toNanos();

    /** After a failure nothing is asked for so long; by then the watch has found out what it was. */
    private static final long QUIET = Duration.ofSeconds(10).toNanos();

    private final StoreWatch watch;
    private volatile boolean failed;
    private volatile long failedAt;

    StoredFigures(StoreWatch watch) {
        this.watch = watch;
    }

    /**
     * What a question is answered whenever somebody looks; null: the database is away.
     *
     * @param question to the database
     */
    public <T> Supplier<@Nullable T> of(Supplier<T> question) {
        return new Figure<>(question);
    }

    private <T> @Nullable T asked(Supplier<T> question) {
        boolean isQuiet = failed && System.nanoTime() - failedAt < QUIET;
        if (isQuiet || !watch.isLikelyThere()) {
            return null;
        }
        try {
            T answer = question.get();
            failed = false;
            return answer;
        } catch (DataAccessException | TransactionException | LogAway failure) {
            failedAt = System.nanoTime();
            failed = true;
            watch.suspect();
            return null;
        }
    }

    /** One figure, as it was when somebody last looked. */
    private final class Figure<T> implements Supplier<@Nullable T> {

        private final Supplier<T> question;
        private @Nullable T answer;
        private boolean asked;
        private long askedAt;

        Figure(Supplier<T> question) {
            this.question = question;
        }

        @Override
        public synchronized @Nullable T get() {
            if (!asked || System.nanoTime() - askedAt > GOOD_FOR) {
                answer = asked(question);
                asked = true;
                askedAt = System.nanoTime();
            }
            return answer;
        }
    }
}
