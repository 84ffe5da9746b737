package no.ehelse.portfolio.organisation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.ehelse.portfolio.command.Text;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Every command that an organisation takes. */
public sealed interface OrganisationCommand {

    /** The organisation it is for. */
    OrganisationId id();

    /** The identifier of the organisation's aggregate. */
    @JsonIgnore
    @TargetAggregateIdentifier
    default String aggregateIdentifier() {
        return id().aggregateIdentifier();
    }

    /**
     * Registers an organisation.
     *
     * @param aliases other spellings of the name; those equal to the name or to one another are merged
     */
    record RegisterOrganisation(OrganisationId id, String name, OrganisationGroup group, List<String> aliases)
            implements OrganisationCommand {

        /** Checks and merges the names, whatever the state. */
        public RegisterOrganisation {
            name = Text.name("name", name);
            Map<String, String> distinct = new LinkedHashMap<>();
            distinct.put(OrganisationName.folded(name), name);
            for (String alias : aliases) {
                String stripped = Text.name("aliases", alias);
                distinct.putIfAbsent(OrganisationName.folded(stripped), stripped);
            }
            aliases = distinct.values().stream().skip(1).toList();
        }
    }
}
