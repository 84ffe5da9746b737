package no.ehelse.portfolio.organisation.web;

import static no.ehelse.portfolio.web.ProblemCode.ORGANISATION_EXISTS;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import no.ehelse.portfolio.organisation.OrganisationCommand.RegisterOrganisation;
import no.ehelse.portfolio.web.Accepted;
import no.ehelse.portfolio.web.CommandHeaders;
import no.ehelse.portfolio.web.Commands;
import no.ehelse.portfolio.web.Meets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The commands that an organisation's life consists of: so far it is registered. */
@RestController
@RequestMapping(path = "/api/organisations", consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Organisations")
class OrganisationLife {

    private final Commands commands;

    OrganisationLife(Commands commands) {
        this.commands = commands;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Register an organisation with its aliases")
    @Meets(ORGANISATION_EXISTS)
    ResponseEntity<OrganisationAnswer> registerOrganisation(@RequestBody OrganisationRegistration body,
            CommandHeaders headers) {
        RegisterOrganisation command = body.command();
        Accepted accepted = commands.send(command, Commands.ofRegistration(headers));
        return accepted.created("/api/organisations/" + command.id(), new OrganisationAnswer(command.id().value(),
                accepted.version(), accepted.position(), accepted.changed()));
    }
}
