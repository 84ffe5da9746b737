package no.ehelse.portfolio.round;

import java.util.List;
import no.ehelse.portfolio.command.Rejection;

/** Every reason for which a command on a round is refused. */
public sealed interface RoundRejection extends Rejection {

    /** No such round. */
    record UnknownRound(RoundId round) implements RoundRejection {
        @Override
        public String message() {
            return "There is no round " + round + ".";
        }
    }

    /** The round exists already. */
    record RoundExists(RoundId round) implements RoundRejection {
        @Override
        public String message() {
            return "Round " + round + " exists already.";
        }
    }

    /** Only an open round can be closed. */
    record RoundNotOpen(RoundId round, RoundState state) implements RoundRejection {
        @Override
        public String message() {
            return "Round " + round + " is " + state + "; only an open round can be closed.";
        }
    }

    /** Only a closed or published round can be published. */
    record RoundNotClosed(RoundId round) implements RoundRejection {
        @Override
        public String message() {
            return "Round " + round + " is open; close it before publishing it.";
        }
    }

    /** A later edition needs its reason. */
    record ReasonRequired(RoundId round) implements RoundRejection {
        @Override
        public String message() {
            return "Round " + round + " is published already; a later edition needs a comment that says why.";
        }
    }

    /**
     * What was recorded has not been read into the read model yet, so that a report would lack it.
     *
     * @param read up to which stream position it has
     * @param recorded the position of the last event
     */
    record ReadModelBehind(RoundId round, long read, long recorded) implements RoundRejection {

        @Override
        public String message() {
            return "The read model has read up to " + read + ", not yet to " + recorded + ".";
        }
    }

    /** What was recorded of some tiltak or rounds could not be read, so that a report would lack it. */
    record ReadModelIncomplete(RoundId round, List<String> of) implements RoundRejection {

        /** Copies what it is about. */
        public ReadModelIncomplete {
            of = List.copyOf(of);
        }

        @Override
        public String message() {
            return "Round " + round + " is not published: what was recorded of " + String.join(", ", of)
                    + " could not be read into the read model yet, and the report would lack it.";
        }
    }

    /** The sender saw another version of the round. */
    record StaleVersion(RoundId round, long expected, long current) implements RoundRejection {
        @Override
        public String message() {
            return "Round " + round + " is at version " + current + ", not " + expected + ".";
        }
    }

    /** The key was used with other content. */
    record IdempotencyKeyReused(String key) implements RoundRejection {
        @Override
        public String message() {
            return "The idempotency key " + key + " was used with other content.";
        }
    }
}
