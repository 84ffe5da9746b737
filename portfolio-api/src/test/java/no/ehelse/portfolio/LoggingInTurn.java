package no.ehelse.portfolio;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.context.event.ApplicationStartingEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.Ordered;

/**
 * A process has one logging system, which every application in it configures at its start and lets go at its end, and which
 * does not bear two of them at that at once. Tests start several: here they do so one after the other.
 */
final class LoggingInTurn {

    private static final ReentrantLock TURN = new ReentrantLock();

    private LoggingInTurn() {}

    private static void take() {
        try {
            if (!TURN.tryLock(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("another application does not end configuring the logging system");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void end() {
        while (TURN.isHeldByCurrentThread()) {
            TURN.unlock();
        }
    }

    /** Takes the turn, before the logging system is touched. */
    static final class Before implements ApplicationListener<ApplicationEvent>, Ordered {

        @Override
        public void onApplicationEvent(ApplicationEvent event) {
            if (event instanceof ApplicationStartingEvent || event instanceof ContextClosedEvent) {
                take();
            }
        }

        @Override
        public int getOrder() {
            return LoggingApplicationListener.DEFAULT_ORDER - 1;
        }
    }

    /** Gives it back, once it has been configured or let go. */
    static final class After implements ApplicationListener<ApplicationEvent>, Ordered {

        @Override
        public void onApplicationEvent(ApplicationEvent event) {
            if (event instanceof ApplicationEnvironmentPreparedEvent || event instanceof ApplicationFailedEvent
                    || event instanceof ContextClosedEvent) {
                end();
            }
        }

        @Override
        public int getOrder() {
            return LoggingApplicationListener.DEFAULT_ORDER + 1;
        }
    }
}
