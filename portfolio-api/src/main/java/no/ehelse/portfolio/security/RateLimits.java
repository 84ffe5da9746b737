package no.ehelse.portfolio.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import no.ehelse.portfolio.web.ProblemCode;
import no.ehelse.portfolio.web.ProblemException;

/** How often each somebody has done something lately; who is not heard of for a while is forgotten. */
final class RateLimits {

    private static final int REMEMBERED = 100_000;

    private final int capacity;
    private final int refill;
    private final Duration per;
    private final Cache<String, Bucket> buckets;

    /**
     * A limit for everybody.
     *
     * @param capacity how much may come at once
     * @param refill how much is allowed anew in each period
     */
    RateLimits(int capacity, int refill, Duration per) {
        this.capacity = capacity;
        this.refill = refill;
        this.per = per;
        buckets = Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterAccess(per.multipliedBy(1 + capacity / refill).plusMinutes(1))
                .build();
    }

    private Bucket of(String somebody) {
        return buckets.get(somebody, unknown -> Bucket.builder()
                .addLimit(limit -> limit.capacity(capacity).refillGreedy(refill, per))
                .build());
    }

    /**
     * Counts one.
     *
     * @throws ProblemException if it is one too many: it says when there may be another
     */
    void count(String somebody, String what) {
        ConsumptionProbe probe = of(somebody).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw tooMany(what, probe.getNanosToWaitForRefill());
        }
    }

    /** Counts one, whether it is too many or not. */
    void note(String somebody) {
        boolean unused = of(somebody).tryConsume(1);
    }

    /**
     * Counts nothing.
     *
     * @throws ProblemException if one would be too many
     */
    void check(String somebody, String what) {
        Bucket bucket = buckets.getIfPresent(somebody);
        if (bucket != null && bucket.getAvailableTokens() == 0) {
            throw tooMany(what, bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill());
        }
    }

    private static ProblemException tooMany(String what, long nanoseconds) {
        int seconds = (int) Math.max(1, TimeUnit.NANOSECONDS.toSeconds(nanoseconds + TimeUnit.SECONDS.toNanos(1) - 1));
        return new ProblemException(ProblemCode.TOO_MANY_REQUESTS, what + " Try again later.").retryAfter(seconds);
    }
}
