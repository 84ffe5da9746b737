package no.ehelse.portfolio.organisation.view;

import java.util.List;
import no.ehelse.portfolio.organisation.OrganisationGroup;
import no.ehelse.portfolio.organisation.OrganisationId;

/**
 * An organisation.
 *
 * @param aliases other spellings of its name
 * @param position the stream position at which it was registered
 */
public record OrganisationView(OrganisationId id, String name, OrganisationGroup group, List<String> aliases,
        long position) {

    /** Copies the aliases. */
    public OrganisationView {
        aliases = List.copyOf(aliases);
    }
}
