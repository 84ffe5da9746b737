package no.ehelse.portfolio.web;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import no.ehelse.portfolio.eventstore.Conflict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides again what lost a race against somebody else, a bounded number of times. */
public final class Races {

    private static final Logger LOG = LoggerFactory.getLogger(Races.class);

    private static final int ATTEMPTS = 10;
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(200);

    private Races() {}

    /**
     * The outcome of a decision.
     *
     * @param about what it is about, for the log and for whoever lost all races: {@code "tiltak of this file"}
     * @param decision made anew each time
     * @throws ProblemException if others were faster each time
     */
    public static <T> T settled(String about, Supplier<T> decision) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                return decision.get();
            } catch (RuntimeException failed) {
                if (!Conflict.causes(failed)) {
                    throw failed;
                }
                LOG.debug("Lost a race about {}, attempt {}", about, attempt, failed);
                pause(attempt);
            }
        }
        LOG.warn("Lost {} races in a row about {}", ATTEMPTS, about);
        throw new ProblemException(ProblemCode.CONCURRENT_CHANGE,
                "Others kept changing " + about + " at the same time. Try again.");
    }

    /** Longer from time to time, and not for all the same. */
    private static void pause(int attempt) {
        long longest = Math.min(LONGEST_PAUSE.toNanos(), Duration.ofMillis(5L << attempt).toNanos());
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(longest));
    }
}
