package no.ehelse.portfolio.eventstore;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * What the database says of how it stands with something: asked for only when somebody looks, together, and not at all while
 * the database is known to be away, so that whoever looks is not kept waiting.
 *
 * @param <T> what is asked for, all of it at once
 */
public final class StoredFigure<T> {

    /** So long an answer is good: all that one look shows is of the same moment. */
    private static final long GOOD_FOR = Duration.ofMillis(500).toNanos();

    private final StoreWatch watch;
    private final Supplier<T> question;
    private @Nullable T answer;
    private long answeredAt;
    private boolean asked;

    /** What a question to the database is answered. */
    public StoredFigure(StoreWatch watch, Supplier<T> question) {
        this.watch = watch;
        this.question = question;
    }

    /** The answer; null: the database is away. */
    public synchronized @Nullable T now() {
        if (!asked || System.nanoTime() - answeredAt > GOOD_FOR) {
            answer = watch.isLikelyThere() ? asked() : null;
            answeredAt = System.nanoTime();
            asked = true;
        }
        return answer;
    }

    private @Nullable T asked() {
        try {
            return question.get();
        } catch (DataAccessException | TransactionException failed) {
            watch.suspect();
            return null;
        }
    }
}
