package no.ehelse.portfolio.eventstore;

/** A command was not even tried, because the event store is known to be away: {@link StoreWatch}. */
public final class StoreAway extends RuntimeException {

    StoreAway() {
        super("events cannot be stored at the moment");
    }
}
