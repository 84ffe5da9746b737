package no.ehelse.portfolio.organisation;

import java.util.Optional;

/** The organisations as of the transaction that asks: never behind a command that was answered. */
public interface Organisations {

    /**
     * The organisation that a text means.
     *
     * @param text an id, a name or an alias, without regard to letter case and surrounding space
     */
    Optional<OrganisationId> find(String text);
}
