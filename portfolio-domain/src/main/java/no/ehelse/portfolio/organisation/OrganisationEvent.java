package no.ehelse.portfolio.organisation;

import java.util.List;
import org.axonframework.serialization.Revision;

/** Everything that can have happened to an organisation. Names and JSON are a storage format. */
public sealed interface OrganisationEvent {

    /** The organisation it happened to. */
    OrganisationId id();

    /** An organisation was registered. */
    @Revision("1")
    record OrganisationRegistered(OrganisationId id, String name, OrganisationGroup group, List<String> aliases)
            implements OrganisationEvent {

        /** Copies the aliases. */
        public OrganisationRegistered {
            aliases = List.copyOf(aliases);
        }
    }
}
