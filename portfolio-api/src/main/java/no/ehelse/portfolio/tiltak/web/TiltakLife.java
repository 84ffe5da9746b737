package no.ehelse.portfolio.tiltak.web;

import static no.ehelse.portfolio.web.ProblemCode.AFTER_CUT_OFF;
import static no.ehelse.portfolio.web.ProblemCode.AFTER_REMOVAL;
import static no.ehelse.portfolio.web.ProblemCode.ALREADY_REMOVED;
import static no.ehelse.portfolio.web.ProblemCode.ALREADY_RETRACTED;
import static no.ehelse.portfolio.web.ProblemCode.BEFORE_REGISTRATION;
import static no.ehelse.portfolio.web.ProblemCode.NOT_REMOVED;
import static no.ehelse.portfolio.web.ProblemCode.NOT_RETRACTABLE;
import static no.ehelse.portfolio.web.ProblemCode.NUMBER_TAKEN;
import static no.ehelse.portfolio.web.ProblemCode.REASON_REQUIRED;
import static no.ehelse.portfolio.web.ProblemCode.ROUND_PUBLISHED;
import static no.ehelse.portfolio.web.ProblemCode.STALE_VERSION;
import static no.ehelse.portfolio.web.ProblemCode.SUCCESSORS_REQUIRED;
import static no.ehelse.portfolio.web.ProblemCode.TOO_FAR_IN_FUTURE;
import static no.ehelse.portfolio.web.ProblemCode.UNKNOWN_EVENT;
import static no.ehelse.portfolio.web.ProblemCode.UNKNOWN_FOCUS_AREA;
import static no.ehelse.portfolio.web.ProblemCode.UNKNOWN_ORGANISATION;
import static no.ehelse.portfolio.web.ProblemCode.UNKNOWN_ROUND;
import static no.ehelse.portfolio.web.ProblemCode.UNKNOWN_TILTAK;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import no.ehelse.portfolio.tiltak.TiltakCommand.ReinstateTiltak;
import no.ehelse.portfolio.tiltak.TiltakCommand.RetractEntry;
import no.ehelse.portfolio.tiltak.TiltakNumber;
import no.ehelse.portfolio.tiltak.web.TiltakBodies.Reinstatement;
import no.ehelse.portfolio.tiltak.web.TiltakBodies.Removal;
import no.ehelse.portfolio.tiltak.web.TiltakBodies.Retraction;
import no.ehelse.portfolio.tiltak.web.TiltakBodies.RoundReport;
import no.ehelse.portfolio.tiltak.web.TiltakBodies.TiltakRegistration;
import no.ehelse.portfolio.web.CommandHeaders;
import no.ehelse.portfolio.web.Commands;
import no.ehelse.portfolio.web.Meets;
import no.ehelse.portfolio.web.Remark;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The commands that a tiltak's life consists of: registered, reported in rounds, corrected, removed, reinstated. */
@RestController
@RequestMapping(path = "/api/tiltak", consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Tiltak")
class TiltakLife {

    private final Commands commands;

    TiltakLife(Commands commands) {
        this.commands = commands;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Register a tiltak, or the older history of a registered one")
    @Meets({UNKNOWN_ROUND, NUMBER_TAKEN, REASON_REQUIRED, TOO_FAR_IN_FUTURE, ROUND_PUBLISHED, UNKNOWN_ORGANISATION,
            UNKNOWN_FOCUS_AREA})
    ResponseEntity<TiltakAnswer> registerTiltak(@RequestBody TiltakRegistration body, CommandHeaders headers) {
        return TiltakAnswer.created(body.number(), commands.send(body.command(), Commands.ofRegistration(headers)));
    }

    @PostMapping("/{number}/reports")
    @Operation(summary = "Submit a report in a round: several values at once")
    @Meets({UNKNOWN_TILTAK, UNKNOWN_ROUND, STALE_VERSION, REASON_REQUIRED, TOO_FAR_IN_FUTURE, BEFORE_REGISTRATION,
            AFTER_REMOVAL, AFTER_CUT_OFF, ROUND_PUBLISHED, UNKNOWN_ORGANISATION, UNKNOWN_FOCUS_AREA})
    ResponseEntity<TiltakAnswer> submitReport(@PathVariable TiltakNumber number, @RequestBody RoundReport body,
            CommandHeaders headers) {
        return TiltakAnswer.ok(number, commands.send(body.command(number), headers));
    }

    @PostMapping("/{number}/retractions")
    @Operation(summary = "Retract an entry with all its values, as if it had never been reported")
    @Meets({UNKNOWN_TILTAK, UNKNOWN_EVENT, STALE_VERSION, ALREADY_RETRACTED, NOT_RETRACTABLE, REASON_REQUIRED})
    ResponseEntity<TiltakAnswer> retractEntry(@PathVariable TiltakNumber number, @RequestBody Retraction body,
            CommandHeaders headers) {
        RetractEntry command = new RetractEntry(number, body.event(), Remark.text(body.comment()));
        return TiltakAnswer.ok(number, commands.send(command, headers));
    }

    @PostMapping("/{number}/removal")
    @Operation(summary = "Remove the tiltak from the portfolio")
    @Meets({UNKNOWN_TILTAK, UNKNOWN_ROUND, STALE_VERSION, ALREADY_REMOVED, REASON_REQUIRED, SUCCESSORS_REQUIRED,
            TOO_FAR_IN_FUTURE, BEFORE_REGISTRATION, ROUND_PUBLISHED})
    ResponseEntity<TiltakAnswer> removeTiltak(@PathVariable TiltakNumber number, @RequestBody Removal body,
            CommandHeaders headers) {
        return TiltakAnswer.ok(number, commands.send(body.command(number), headers));
    }

    @PostMapping("/{number}/reinstatement")
    @Operation(summary = "Bring the tiltak back into the portfolio")
    @Meets({UNKNOWN_TILTAK, UNKNOWN_ROUND, STALE_VERSION, NOT_REMOVED, REASON_REQUIRED, TOO_FAR_IN_FUTURE,
            BEFORE_REGISTRATION, ROUND_PUBLISHED})
    ResponseEntity<TiltakAnswer> reinstateTiltak(@PathVariable TiltakNumber number, @RequestBody Reinstatement body,
            CommandHeaders headers) {
        return TiltakAnswer.ok(number, commands.send(new ReinstateTiltak(number, body.common().occasion()), headers));
    }
}
