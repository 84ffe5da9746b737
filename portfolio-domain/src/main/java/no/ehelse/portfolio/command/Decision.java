package no.ehelse.portfolio.command;

import java.util.List;

/**
 * What an aggregate decides on a command, as a value: the shell around it applies the event or throws.
 *
 * @param <E> the sealed events of the context
 */
public sealed interface Decision<E> {

    /** It happened: the event to record, and what it changes. */
    record Happened<E>(E event, List<Change> changes) implements Decision<E> {

        /** Copies the changes. */
        public Happened {
            changes = List.copyOf(changes);
        }
    }

    /** It had happened already: nothing is recorded, and this is the answer. */
    record Repeated<E>(Recorded answer) implements Decision<E> {}

    /** It is refused. */
    record Refused<E>(Rejection rejection) implements Decision<E> {}
}
