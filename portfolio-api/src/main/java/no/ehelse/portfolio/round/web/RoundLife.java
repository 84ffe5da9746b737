package no.ehelse.portfolio.round.web;

import static no.ehelse.portfolio.web.ProblemCode.READ_MODEL_BEHIND;
import static no.ehelse.portfolio.web.ProblemCode.READ_MODEL_INCOMPLETE;
import static no.ehelse.portfolio.web.ProblemCode.REASON_REQUIRED;
import static no.ehelse.portfolio.web.ProblemCode.ROUND_EXISTS;
import static no.ehelse.portfolio.web.ProblemCode.ROUND_NOT_CLOSED;
import static no.ehelse.portfolio.web.ProblemCode.ROUND_NOT_OPEN;
import static no.ehelse.portfolio.web.ProblemCode.STALE_VERSION;
import static no.ehelse.portfolio.web.ProblemCode.UNKNOWN_ROUND;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import no.ehelse.portfolio.round.RoundCommand;
import no.ehelse.portfolio.round.RoundCommand.CloseRound;
import no.ehelse.portfolio.round.RoundCommand.OpenRound;
import no.ehelse.portfolio.round.RoundCommand.PublishRound;
import no.ehelse.portfolio.round.RoundId;
import no.ehelse.portfolio.round.RoundState;
import no.ehelse.portfolio.round.web.RoundBodies.PrintedFigureBody;
import no.ehelse.portfolio.round.web.RoundBodies.RoundClosing;
import no.ehelse.portfolio.round.web.RoundBodies.RoundOpening;
import no.ehelse.portfolio.round.web.RoundBodies.RoundPublication;
import no.ehelse.portfolio.web.Accepted;
import no.ehelse.portfolio.web.CommandHeaders;
import no.ehelse.portfolio.web.Commands;
import no.ehelse.portfolio.web.Meets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The commands that a reporting round's life consists of: opened, closed, published, and what was printed. */
@RestController
@RequestMapping(path = "/api/rounds", consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Rounds")
class RoundLife {

    private final Commands commands;

    RoundLife(Commands commands) {
        this.commands = commands;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Open a round")
    @Meets(ROUND_EXISTS)
    ResponseEntity<RoundAnswer> openRound(@RequestBody RoundOpening body, CommandHeaders headers) {
        OpenRound command = body.command();
        Accepted accepted = commands.send(command, Commands.ofRegistration(headers));
        return accepted.created("/api/rounds/" + command.round(),
                RoundAnswer.of(command.round(), RoundState.OPEN, accepted));
    }

    @PostMapping("/{round}/closing")
    @Operation(summary = "Close a round: what is recorded in it from now on is late")
    @Meets({UNKNOWN_ROUND, STALE_VERSION, ROUND_NOT_OPEN})
    ResponseEntity<RoundAnswer> closeRound(@PathVariable RoundId round,
            @RequestBody(required = false) @Nullable RoundClosing body, CommandHeaders headers) {
        return answer(new CloseRound(round), RoundState.CLOSED, headers);
    }

    @PostMapping("/{round}/publication")
    @Operation(summary = "Publish a round, or a later edition of it")
    @Meets({UNKNOWN_ROUND, STALE_VERSION, ROUND_NOT_CLOSED, REASON_REQUIRED, READ_MODEL_INCOMPLETE, READ_MODEL_BEHIND})
    ResponseEntity<RoundAnswer> publishRound(@PathVariable RoundId round,
            @RequestBody(required = false) @Nullable RoundPublication body, CommandHeaders headers) {
        return answer(new PublishRound(round, RoundPublication.reason(body)), RoundState.PUBLISHED, headers);
    }

    @PostMapping("/{round}/printed-figures")
    @Operation(summary = "Record a figure as it was printed; the report of the round shows it beside the computed one",
            description = "The name is that of a figure of the report: the path of its members, such as "
                    + "`budget.2020.amount`, where the member `count` is left out: `active`, `status.RED`. A list of "
                    + "tiltak has the path of its array: `joined`. A name that the report does not compute is allowed. "
                    + "Behind a number sign stands which of several prints it is: `budget.2021.amount#kap-3`. The same "
                    + "name again: the last one recorded holds.")
    @Meets({UNKNOWN_ROUND, STALE_VERSION})
    ResponseEntity<PrintedFigureAnswer> recordPrintedFigure(@PathVariable RoundId round,
            @RequestBody PrintedFigureBody body, CommandHeaders headers) {
        Accepted accepted = commands.send(body.command(round), headers);
        return accepted.ok(PrintedFigureAnswer.of(round, body.name(), accepted));
    }

    private ResponseEntity<RoundAnswer> answer(RoundCommand command, RoundState state, CommandHeaders headers) {
        Accepted accepted = commands.send(command, headers);
        return accepted.ok(RoundAnswer.of(command.round(), state, accepted));
    }
}
