package no.ehelse.portfolio.command;

import java.util.List;

/**
 * The answer to an accepted command.
 *
 * @param version the sequence number (from 0) of the event that the command led to, or, where it led to none, of the
 *            aggregate's last event
 * @param changes what it changed on its effective day; empty where everything held already
 */
public record Recorded(long version, List<Change> changes) {

    /** Copies the changes. */
    public Recorded {
        changes = List.copyOf(changes);
    }

    /** Whether any attribute's value differs from what held before. */
    public boolean changed() {
        return !changes.isEmpty();
    }
}
