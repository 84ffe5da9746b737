package no.ehelse.portfolio.readmodel;

import java.time.Duration;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import no.ehelse.portfolio.asof.IncompleteTiltak;
import no.ehelse.portfolio.eventstore.Outage;
import no.ehelse.portfolio.eventstore.StoreWatch;
import no.ehelse.portfolio.tiltak.TiltakNumber;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * The tiltak with dead letters. While the store is away, those of before: nobody reads on meanwhile, and whoever asks for a
 * tiltak is answered from memory.
 */
@Component
final class TiltakWithParkedEvents implements IncompleteTiltak, SmartInitializingSingleton, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(TiltakWithParkedEvents.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);
    private static final String TILTAK = "tiltak:";

    private final DeadLetters deadLetters;
    private final StoreWatch watch;
    private final ScheduledExecutorService looking = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("dead-letters").factory());

    /** When the database was last asked, which is not long before it went away; null: it never was. */
    private volatile @Nullable SortedSet<TiltakNumber> lastKnown;

    TiltakWithParkedEvents(DeadLetters deadLetters, StoreWatch watch) {
        this.deadLetters = deadLetters;
        this.watch = watch;
    }

    @Override
    public void afterSingletonsInstantiated() {
        lastKnown = asked();
        ScheduledFuture<?> unused = looking.scheduleWithFixedDelay(this::look, BETWEEN_LOOKS.toMillis(),
                BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            if (!watch.isAway()) {
                lastKnown = asked();
            }
        } catch (RuntimeException failed) {
            LOG.debug("What is parked cannot be asked for", failed); // whoever reads tells of it
        }
    }

    @Override
    public void destroy() {
        looking.shutdown();
    }

    @Override
    public SortedSet<TiltakNumber> now() {
        SortedSet<TiltakNumber> known = lastKnown;
        if (known != null && watch.isAway()) {
            return known;
        }
        try {
            SortedSet<TiltakNumber> asked = asked();
            lastKnown = asked;
            return asked;
        } catch (DataAccessException failed) {
            if (known == null || !Outage.causes(failed)) {
                throw failed;
            }
            watch.suspect();
            return known;
        }
    }

    private SortedSet<TiltakNumber> asked() {
        SortedSet<TiltakNumber> numbers = new TreeSet<>();
        for (String sequence : deadLetters.sequences()) {
            if (sequence.startsWith(TILTAK)) {
                numbers.add(new TiltakNumber(Integer.parseInt(sequence.substring(TILTAK.length()))));
            }
        }
        return numbers;
    }
}
