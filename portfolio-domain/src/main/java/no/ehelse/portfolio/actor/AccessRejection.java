package no.ehelse.portfolio.actor;

import java.time.LocalDate;
import no.ehelse.portfolio.command.Rejection;

/** Every reason for which a command of this sender is refused, whatever it says. */
public sealed interface AccessRejection extends Rejection {

    /** Nobody is said to have sent it. */
    record Unauthenticated() implements AccessRejection {
        @Override
        public String message() {
            return "Nobody is signed in: a command needs a user.";
        }
    }

    /** The portfolio office alone sends such commands. */
    record OfficeOnly() implements AccessRejection {
        @Override
        public String message() {
            return "Only the portfolio office may do this.";
        }
    }

    /** The sender reports for no organisation that is known here. */
    record NoOrganisation() implements AccessRejection {
        @Override
        public String message() {
            return "Whoever is signed in reports for no organisation that is known here.";
        }
    }

    /** The tiltak is another organisation's on the day. */
    record OfAnotherOrganisation(int number, String organisation, LocalDate day) implements AccessRejection {
        @Override
        public String message() {
            return "Tiltak " + number + " does not belong to " + organisation + " on " + day + ".";
        }
    }

    /** Published rounds are corrected by the portfolio office. */
    record PublishedAlready(LocalDate day) implements AccessRejection {
        @Override
        public String message() {
            return "A published round covers " + day + ": only the portfolio office may correct it.";
        }
    }
}
