package no.ehelse.portfolio.organisation.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import no.ehelse.portfolio.organisation.OrganisationCommand.RegisterOrganisation;
import no.ehelse.portfolio.organisation.OrganisationGroup;
import no.ehelse.portfolio.organisation.OrganisationId;
import no.ehelse.portfolio.web.JsonBody;
import no.ehelse.portfolio.web.Name;
import org.jspecify.annotations.Nullable;

/**
 * Registers an organisation.
 *
 * @param aliases other spellings of the name; null: none
 * @param id null: made from the name
 */
@JsonBody
@Schema(example = """
        {"name": "Helse Sør-Øst RHF", "group": "REGIONAL_HEALTH_AUTHORITY", "aliases": ["HSØ", "Helse Sør-Øst"]}""")
record OrganisationRegistration(Name name, OrganisationGroup group, @Nullable List<Name> aliases,
        @Nullable OrganisationId id) {

    RegisterOrganisation command() {
        return new RegisterOrganisation(id == null ? OrganisationId.madeFrom(name.value()) : id, name.value(), group,
                aliases == null ? List.of() : aliases.stream().map(Name::value).toList());
    }
}
