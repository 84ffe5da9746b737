package no.ehelse.portfolio.organisation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Organisations that a test registers. */
public final class OrganisationsInMemory implements Organisations {

    private final Map<String, OrganisationId> owners = new HashMap<>();

    /** Registers an organisation under its id, its name and its aliases. */
    public void register(OrganisationId id, String... names) {
        owners.put(OrganisationName.folded(id.value()), id);
        List.of(names).forEach(name -> owners.put(OrganisationName.folded(name), id));
    }

    @Override
    public Optional<OrganisationId> find(String text) {
        return Optional.ofNullable(owners.get(OrganisationName.folded(text)));
    }
}
