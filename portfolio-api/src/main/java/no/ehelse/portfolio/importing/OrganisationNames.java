package no.ehelse.portfolio.importing;

import java.util.List;

/** What organisations are called, so that somebody who misspelt a name can be told the nearest one. */
@FunctionalInterface
public interface OrganisationNames {

    /** Every name and alias of every organisation. */
    List<String> all();
}
