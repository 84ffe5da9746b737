package no.ehelse.portfolio.organisation.view;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import no.ehelse.portfolio.projection.Part;

/** What a batch makes of organisations. */
public final class OrganisationChanges implements Part {

    private final OrganisationTables tables;
    private final List<OrganisationView> registered = new ArrayList<>();
    private final List<OrganisationTables.Entry> entries = new ArrayList<>();

    OrganisationChanges(OrganisationTables tables) {
        this.tables = tables;
    }

    void add(OrganisationView organisation, OrganisationTables.Entry entry) {
        registered.add(organisation);
        entries.add(entry);
    }

    /** The organisations that were registered. */
    public List<OrganisationView> registered() {
        return Collections.unmodifiableList(registered);
    }

    @Override
    public void write() {
        tables.append(registered, entries);
    }
}
