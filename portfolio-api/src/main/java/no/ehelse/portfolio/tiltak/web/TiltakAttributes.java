package no.ehelse.portfolio.tiltak.web;

import static no.ehelse.portfolio.web.ProblemCode.AFTER_REMOVAL;
import static no.ehelse.portfolio.web.ProblemCode.BEFORE_REGISTRATION;
import static no.ehelse.portfolio.web.ProblemCode.REASON_REQUIRED;
import static no.ehelse.portfolio.web.ProblemCode.ROUND_PUBLISHED;
import static no.ehelse.portfolio.web.ProblemCode.STALE_VERSION;
import static no.ehelse.portfolio.web.ProblemCode.TOO_FAR_IN_FUTURE;
import static no.ehelse.portfolio.web.ProblemCode.UNKNOWN_FOCUS_AREA;
import static no.ehelse.portfolio.web.ProblemCode.UNKNOWN_ORGANISATION;
import static no.ehelse.portfolio.web.ProblemCode.UNKNOWN_ROUND;
import static no.ehelse.portfolio.web.ProblemCode.UNKNOWN_TILTAK;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import no.ehelse.portfolio.tiltak.TiltakCommand;
import no.ehelse.portfolio.tiltak.TiltakCommand.AssessRisk;
import no.ehelse.portfolio.tiltak.TiltakCommand.AssignSegment;
import no.ehelse.portfolio.tiltak.TiltakCommand.ChangeActivity;
import no.ehelse.portfolio.tiltak.TiltakCommand.ChangeFocusArea;
import no.ehelse.portfolio.tiltak.TiltakCommand.ChangePhase;
import no.ehelse.portfolio.tiltak.TiltakCommand.RenameTiltak;
import no.ehelse.portfolio.tiltak.TiltakCommand.ReportBudget;
import no.ehelse.portfolio.tiltak.TiltakCommand.ReportStatus;
import no.ehelse.portfolio.tiltak.TiltakCommand.TransferTiltak;
import no.ehelse.portfolio.tiltak.TiltakNumber;
import no.ehelse.portfolio.tiltak.web.TiltakBodies.ActivityChange;
import no.ehelse.portfolio.tiltak.web.TiltakBodies.BudgetReport;
import no.ehelse.portfolio.tiltak.web.TiltakBodies.FocusAreaChange;
import no.ehelse.portfolio.tiltak.web.TiltakBodies.PhaseChange;
import no.ehelse.portfolio.tiltak.web.TiltakBodies.Renaming;
import no.ehelse.portfolio.tiltak.web.TiltakBodies.RiskAssessment;
import no.ehelse.portfolio.tiltak.web.TiltakBodies.SegmentAssignment;
import no.ehelse.portfolio.tiltak.web.TiltakBodies.StatusChange;
import no.ehelse.portfolio.tiltak.web.TiltakBodies.Transfer;
import no.ehelse.portfolio.web.CommandHeaders;
import no.ehelse.portfolio.web.Commands;
import no.ehelse.portfolio.web.Meets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The commands that report one attribute of a tiltak. */
@RestController
@RequestMapping(path = "/api/tiltak/{number}", consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Tiltak")
@Meets({UNKNOWN_TILTAK, UNKNOWN_ROUND, STALE_VERSION, REASON_REQUIRED, TOO_FAR_IN_FUTURE, BEFORE_REGISTRATION,
        AFTER_REMOVAL, ROUND_PUBLISHED})
class TiltakAttributes {

    private final Commands commands;

    TiltakAttributes(Commands commands) {
        this.commands = commands;
    }

    @PostMapping("/status")
    @Operation(summary = "Report the status")
    ResponseEntity<TiltakAnswer> reportStatus(@PathVariable TiltakNumber number, @RequestBody StatusChange body,
            CommandHeaders headers) {
        return answer(new ReportStatus(number, body.common().occasion(), body.status().value()), headers);
    }

    @PostMapping("/risk")
    @Operation(summary = "Assess the risk")
    ResponseEntity<TiltakAnswer> assessRisk(@PathVariable TiltakNumber number, @RequestBody RiskAssessment body,
            CommandHeaders headers) {
        return answer(new AssessRisk(number, body.common().occasion(), body.risk().value()), headers);
    }

    @PostMapping("/phase")
    @Operation(summary = "Change the phase")
    ResponseEntity<TiltakAnswer> changePhase(@PathVariable TiltakNumber number, @RequestBody PhaseChange body,
            CommandHeaders headers) {
        return answer(new ChangePhase(number, body.common().occasion(), body.phase().value()), headers);
    }

    @PostMapping("/segment")
    @Operation(summary = "Assign a segment")
    ResponseEntity<TiltakAnswer> assignSegment(@PathVariable TiltakNumber number, @RequestBody SegmentAssignment body,
            CommandHeaders headers) {
        return answer(new AssignSegment(number, body.common().occasion(), body.segment().value()), headers);
    }

    @PostMapping("/activity")
    @Operation(summary = "Change the activity")
    ResponseEntity<TiltakAnswer> changeActivity(@PathVariable TiltakNumber number, @RequestBody ActivityChange body,
            CommandHeaders headers) {
        return answer(new ChangeActivity(number, body.common().occasion(), body.activity()), headers);
    }

    @PostMapping("/focus-area")
    @Operation(summary = "Change the focus area")
    @Meets(UNKNOWN_FOCUS_AREA)
    ResponseEntity<TiltakAnswer> changeFocusArea(@PathVariable TiltakNumber number, @RequestBody FocusAreaChange body,
            CommandHeaders headers) {
        return answer(new ChangeFocusArea(number, body.common().occasion(), body.focusArea().value()), headers);
    }

    @PostMapping("/budget")
    @Operation(summary = "Report the budget of a year")
    ResponseEntity<TiltakAnswer> reportBudget(@PathVariable TiltakNumber number, @RequestBody BudgetReport body,
            CommandHeaders headers) {
        return answer(new ReportBudget(number, body.common().occasion(), body.year().value(),
                MillionKroner.valueOf(body.amount().value())), headers);
    }

    @PostMapping("/name")
    @Operation(summary = "Rename the tiltak")
    ResponseEntity<TiltakAnswer> renameTiltak(@PathVariable TiltakNumber number, @RequestBody Renaming body,
            CommandHeaders headers) {
        return answer(new RenameTiltak(number, body.common().occasion(), body.name().value()), headers);
    }

    @PostMapping("/organisation")
    @Operation(summary = "Transfer the tiltak to an organisation")
    @Meets(UNKNOWN_ORGANISATION)
    ResponseEntity<TiltakAnswer> transferTiltak(@PathVariable TiltakNumber number, @RequestBody Transfer body,
            CommandHeaders headers) {
        return answer(new TransferTiltak(number, body.common().occasion(),
                OrganisationText.reference(body.organisation().value())), headers);
    }

    private ResponseEntity<TiltakAnswer> answer(TiltakCommand command, CommandHeaders headers) {
        return TiltakAnswer.ok(command.number(), commands.send(command, headers));
    }
}
