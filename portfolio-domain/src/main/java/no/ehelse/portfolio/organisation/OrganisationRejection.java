package no.ehelse.portfolio.organisation;

import no.ehelse.portfolio.command.Rejection;

/** Every reason for which a command on an organisation is refused. */
public sealed interface OrganisationRejection extends Rejection {

    /** The id, the name or an alias belongs to an organisation already. */
    record OrganisationExists(OrganisationId owner, String taken) implements OrganisationRejection {
        @Override
        public String message() {
            return "\"" + taken + "\" belongs to the organisation " + owner + " already.";
        }
    }

    /** The key was used with other content. */
    record IdempotencyKeyReused(String key) implements OrganisationRejection {
        @Override
        public String message() {
            return "The idempotency key " + key + " was used with other content.";
        }
    }
}
