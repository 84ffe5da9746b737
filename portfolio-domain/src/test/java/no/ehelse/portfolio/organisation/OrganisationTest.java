package no.ehelse.portfolio.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import no.ehelse.portfolio.actor.Actor;
import no.ehelse.portfolio.command.Change;
import no.ehelse.portfolio.command.CommandFixture;
import no.ehelse.portfolio.command.Conditions;
import no.ehelse.portfolio.command.InvalidValue;
import no.ehelse.portfolio.command.RequestKey;
import no.ehelse.portfolio.organisation.OrganisationCommand.RegisterOrganisation;
import no.ehelse.portfolio.organisation.OrganisationEvent.OrganisationRegistered;
import no.ehelse.portfolio.organisation.OrganisationRejection.IdempotencyKeyReused;
import no.ehelse.portfolio.organisation.OrganisationRejection.OrganisationExists;
import org.junit.jupiter.api.Test;

/** Registering an organisation under an identity, a name and aliases that no other one has. */
class OrganisationTest extends CommandFixture<Organisation> {

    private static final OrganisationId ID = new OrganisationId("norsk-helsenett");
    private static final OrganisationId OTHER = new OrganisationId("helsenettet-as");
    private static final RequestKey REQUEST = new RequestKey("key", "digest");
    private static final Change NAMED = new Change("name", null, "Norsk Helsenett");
    private static final Change GROUPED = new Change("group", null, "HEALTH_ADMINISTRATION");

    private final OrganisationsInMemory organisations = new OrganisationsInMemory();

    OrganisationTest() {
        super(Organisation.class);
        provide(Actor.class, () -> actor);
        provide(Conditions.class, () -> conditions);
        provide(Organisations.class, () -> organisations);
    }

    private static RegisterOrganisation register(String name, String... aliases) {
        return new RegisterOrganisation(ID, name, OrganisationGroup.HEALTH_ADMINISTRATION, List.of(aliases));
    }

    private static OrganisationRegistered registered(String name, String... aliases) {
        return new OrganisationRegistered(ID, name, OrganisationGroup.HEALTH_ADMINISTRATION, List.of(aliases));
    }

    @Test
    void organisation_is_registered_with_its_aliases() {
        when(register(" Norsk Helsenett ", "NHN", " Norsk helsenett SF "))
                .thenRecorded(registered("Norsk Helsenett", "NHN", "Norsk helsenett SF"), 0, NAMED, GROUPED);
    }

    @Test
    void aliases_equal_to_the_name_or_to_one_another_are_merged() {
        when(register("Norsk Helsenett", "NORSK  helsenett", "NHN", "nhn"))
                .thenRecorded(registered("Norsk Helsenett", "NHN"), 0, NAMED, GROUPED);
    }

    @Test
    void registered_organisation_is_not_registered_again() {
        given(registered("Norsk Helsenett"));

        when(register("Et annet navn")).thenRefused(new OrganisationExists(ID, "norsk-helsenett"));
    }

    @Test
    void identity_that_names_another_organisation_is_refused() {
        organisations.register(OTHER, "Norsk-Helsenett");

        when(register("NHN")).thenRefused(new OrganisationExists(OTHER, "norsk-helsenett"));
    }

    @Test
    void name_of_another_organisation_is_refused() {
        organisations.register(OTHER, "Norsk helsenett");

        when(register("NORSK HELSENETT", "NHN")).thenRefused(new OrganisationExists(OTHER, "NORSK HELSENETT"));
    }

    @Test
    void alias_of_another_organisation_is_refused() {
        organisations.register(OTHER, "Helsenettet", "nhn");

        when(register("Norsk Helsenett", "Nettet", "NHN")).thenRefused(new OrganisationExists(OTHER, "NHN"));
    }

    @Test
    void repeated_registration_gets_the_first_answer() {
        organisations.register(ID, "Norsk Helsenett");
        given(sentWith(REQUEST, registered("Norsk Helsenett")));
        conditions = new Conditions(REQUEST, null);

        when(register("Norsk Helsenett")).thenRepeated(0, NAMED, GROUPED);
    }

    @Test
    void key_with_other_content_is_refused() {
        given(sentWith(REQUEST, registered("Norsk Helsenett")));
        conditions = new Conditions(new RequestKey("key", "other digest"), null);

        when(register("Et annet navn")).thenRefused(new IdempotencyKeyReused("key"));
    }

    @Test
    void other_key_is_another_request() {
        given(sentWith(REQUEST, registered("Norsk Helsenett")));
        conditions = new Conditions(new RequestKey("other key", "digest"), null);

        when(register("Norsk Helsenett")).thenRefused(new OrganisationExists(ID, "norsk-helsenett"));
    }

    @Test
    void blank_names_are_no_organisation() {
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> register(" "))
                .returns("name", InvalidValue::field)
                .returns("blank", InvalidValue::code);
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> register("Norsk Helsenett", ""))
                .returns("aliases", InvalidValue::field)
                .returns("blank", InvalidValue::code);
    }

    @Test
    void names_are_compared_without_letter_case_and_superfluous_space() {
        assertThat(OrganisationName.folded("\u00a0 Helse\u00a0SØR-ØST\t RHF ")).isEqualTo("helse sør-øst rhf");
        assertThat(OrganisationName.folded("Helse Nord")).isNotEqualTo(OrganisationName.folded("Helse Nord RHF"));
    }
}
