package no.ehelse.portfolio.tiltak;

import java.time.LocalDate;
import java.util.List;
import no.ehelse.portfolio.command.Rejection;
import no.ehelse.portfolio.round.RoundId;
import org.jspecify.annotations.Nullable;

/** Every reason for which a command on a tiltak is refused. */
public sealed interface TiltakRejection extends Rejection {

    /** No event of the tiltak exists. */
    record UnknownTiltak(TiltakNumber number) implements TiltakRejection {
        @Override
        public String message() {
            return "There is no tiltak " + number + ".";
        }
    }

    /** The command names a round that does not exist. */
    record UnknownRound(RoundId round) implements TiltakRejection {
        @Override
        public String message() {
            return "There is no round " + round + ".";
        }
    }

    /** The tiltak has no entry of that identifier. */
    record UnknownEvent(TiltakNumber number, String event) implements TiltakRejection {
        @Override
        public String message() {
            return "Tiltak " + number + " has no entry " + event + ".";
        }
    }

    /** The key was used with other content. */
    record IdempotencyKeyReused(String key) implements TiltakRejection {
        @Override
        public String message() {
            return "The idempotency key " + key + " was used with other content.";
        }
    }

    /** The sender saw another version. */
    record StaleVersion(TiltakNumber number, long expected, long current) implements TiltakRejection {
        @Override
        public String message() {
            return "Tiltak " + number + " is at version " + current + ", not " + expected + ".";
        }
    }

    /** The number is registered with the same or an earlier day. */
    record NumberTaken(TiltakNumber number, LocalDate registeredFrom) implements TiltakRejection {
        @Override
        public String message() {
            return "Tiltak " + number + " is registered from " + registeredFrom
                    + "; only an earlier registration can be added.";
        }
    }

    /** A correction or a retraction needs its reason. */
    record ReasonRequired(TiltakNumber number) implements TiltakRejection {
        @Override
        public String message() {
            return "A correction of tiltak " + number + " needs a comment that says why.";
        }
    }

    /** The day is more than one year ahead. */
    record TooFarInFuture(LocalDate effectiveFrom, LocalDate latest) implements TiltakRejection {
        @Override
        public String message() {
            return "effectiveFrom " + effectiveFrom + " is more than one year ahead; the latest is " + latest + ".";
        }
    }

    /** No organisation has that id, name or alias. */
    record UnknownOrganisation(String text) implements TiltakRejection {
        @Override
        public String message() {
            return "No organisation is called \"" + text + "\".";
        }
    }

    /** The code list has no such focus area. */
    record UnknownFocusArea(FocusAreaCode code) implements TiltakRejection {
        @Override
        public String message() {
            return "There is no focus area " + code + ".";
        }
    }

    /** The day is before the first registration; null: nothing is registered. */
    record BeforeRegistration(TiltakNumber number, LocalDate effectiveFrom, @Nullable LocalDate registeredFrom)
            implements TiltakRejection {
        @Override
        public String message() {
            return "Tiltak " + number + " is registered from " + registeredFrom + ", after " + effectiveFrom + ".";
        }
    }

    /** The tiltak is absent from the portfolio on the day. */
    record AfterRemoval(TiltakNumber number, LocalDate effectiveFrom) implements TiltakRejection {
        @Override
        public String message() {
            return "Tiltak " + number + " is not in the portfolio on " + effectiveFrom + ".";
        }
    }

    /** The report is effective after the cut-off of its round. */
    record AfterCutOff(RoundId round, LocalDate cutOff, LocalDate effectiveFrom) implements TiltakRejection {
        @Override
        public String message() {
            return "effectiveFrom " + effectiveFrom + " is after the cut-off of round " + round + ", " + cutOff + ".";
        }
    }

    /** The day is covered by published rounds, and the command is not flagged as a correction. */
    record RoundPublished(LocalDate effectiveFrom, List<RoundId> rounds) implements TiltakRejection {

        /** Copies the rounds. */
        public RoundPublished {
            rounds = List.copyOf(rounds);
        }

        @Override
        public String message() {
            return "What holds from " + effectiveFrom + " is in published rounds (" + rounds.stream()
                    .map(RoundId::value)
                    .reduce((one, other) -> one + ", " + other)
                    .orElse("")
                    + "); record it as a correction, with a comment.";
        }
    }

    /** Retractions, the only registration, and one that alone names a reinstated tiltak cannot be retracted. */
    record NotRetractable(TiltakNumber number, String event) implements TiltakRejection {
        @Override
        public String message() {
            return "Entry " + event + " of tiltak " + number
                    + " cannot be retracted: it is a retraction, or the registration that everything else rests on.";
        }
    }

    /** The entry is retracted already. */
    record AlreadyRetracted(TiltakNumber number, String event, String retraction) implements TiltakRejection {
        @Override
        public String message() {
            return "Entry " + event + " of tiltak " + number + " was retracted by " + retraction + ".";
        }
    }

    /** The tiltak is absent on the day already. */
    record AlreadyRemoved(TiltakNumber number, LocalDate effectiveFrom) implements TiltakRejection {
        @Override
        public String message() {
            return "Tiltak " + number + " is already out of the portfolio on " + effectiveFrom + ".";
        }
    }

    /** The tiltak is present on the day. */
    record NotRemoved(TiltakNumber number, LocalDate effectiveFrom) implements TiltakRejection {
        @Override
        public String message() {
            return "Tiltak " + number + " is in the portfolio on " + effectiveFrom + ".";
        }
    }

    /** A tiltak that continues in others needs their numbers. */
    record SuccessorsRequired(TiltakNumber number) implements TiltakRejection {
        @Override
        public String message() {
            return "Tiltak " + number + " continues in other tiltak; name them as successors.";
        }
    }

    /** What is registered in error is removed from the day of its registration on. */
    record NotOnRegistrationDay(TiltakNumber number, LocalDate effectiveFrom, @Nullable LocalDate registeredFrom)
            implements TiltakRejection {
        @Override
        public String message() {
            return "A registration in error is removed on its own day, " + registeredFrom + ", not on " + effectiveFrom
                    + ".";
        }
    }
}
