package no.ehelse.portfolio.eventstore;

/** Why a command failed that was not refused: what is left of the exception on its way through a remote command bus. */
public enum CommandFailure {
    /** Somebody else was faster: {@link Conflict}. */
    LOST_RACE,
    /** The store was away: {@link Outage}. */
    STORE_AWAY,
    /** Something in the service is wrong. It is said, so that a failure of which nothing is said is one of the way. */
    BROKEN
}
