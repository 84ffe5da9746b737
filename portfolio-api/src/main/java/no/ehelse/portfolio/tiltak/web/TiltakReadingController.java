package no.ehelse.portfolio.tiltak.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import no.ehelse.portfolio.actor.web.Readers;
import no.ehelse.portfolio.asof.Answers;
import no.ehelse.portfolio.asof.AsOfParameters;
import no.ehelse.portfolio.asof.KnownParameters;
import no.ehelse.portfolio.asof.Points;
import no.ehelse.portfolio.asof.Resolved;
import no.ehelse.portfolio.tiltak.TiltakNumber;
import no.ehelse.portfolio.tiltak.view.history.FindHistory;
import no.ehelse.portfolio.tiltak.view.history.FoundHistory;
import no.ehelse.portfolio.tiltak.view.history.RecordedHistory;
import no.ehelse.portfolio.tiltak.view.portfolio.FindTiltak;
import no.ehelse.portfolio.tiltak.view.portfolio.FoundTiltak;
import no.ehelse.portfolio.tiltak.view.portfolio.TiltakView;
import no.ehelse.portfolio.web.Meets;
import no.ehelse.portfolio.web.ProblemCode;
import no.ehelse.portfolio.web.ProblemException;
import org.axonframework.queryhandling.QueryGateway;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One tiltak: as it is on a day, and everything that was recorded about it. */
@RestController
@RequestMapping("/api/tiltak/{number}")
@Tag(name = "Tiltak")
class TiltakReadingController {

    private final QueryGateway queries;
    private final Points points;
    private final Answers answers;
    private final Readers readers;

    TiltakReadingController(QueryGateway queries, Points points, Answers answers, Readers readers) {
        this.queries = queries;
        this.points = points;
        this.answers = answers;
        this.readers = readers;
    }

    @GetMapping
    @Operation(summary = "One tiltak on a day, as known at a time")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "application/json",
            schema = @Schema(implementation = TiltakView.class), examples = @ExampleObject("""
                    {"number": 125, "name": "Rehabiliteringsregisteret", "version": 5,
                     "organisation": {"id": "helsedirektoratet", "name": "Helsedirektoratet", "group": "HEALTH_ADMINISTRATION"},
                     "status": "GREEN", "risk": null, "phase": "EXECUTE", "segment": "OBSERVE", "activity": "ACTIVE",
                     "focusArea": {"code": "3.2", "title": "Bedre bruk av helsedata til sekundærformål", "group": "3"},
                     "budgets": {"2020": 4, "2021": null}, "notAsked": ["risk", "budgets.2021"],
                     "comments": {"status": "Pilotene er i gang igjen", "risk": null}, "lastReported": "2022-06",
                     "validFrom": "2026-11-20"}
                    """)))
    @Meets({ProblemCode.UNKNOWN_TILTAK, ProblemCode.READ_MODEL_INCOMPLETE, ProblemCode.NOT_IN_PORTFOLIO,
            ProblemCode.UNKNOWN_ROUND,
            ProblemCode.ROUND_NOT_PUBLISHED, ProblemCode.READ_MODEL_BEHIND})
    ResponseEntity<Object> tiltak(@PathVariable TiltakNumber number, @ParameterObject AsOfParameters asOf,
            HttpServletRequest request) {
        Resolved resolved = points.resolve(asOf);
        FoundTiltak found = queries.query(new FindTiltak(number, resolved.point()), FoundTiltak.class).join();
        if (!found.knownThen() && !readers.seeThePresent()) {
            throw absent(number); // that it came later is not published
        }
        if (!found.known()) {
            throw unknown(number);
        }
        if (found.tiltak() == null) {
            throw new ProblemException(ProblemCode.NOT_IN_PORTFOLIO,
                    "Tiltak " + number + " is not in the portfolio on " + resolved.point().validOn()
                            + ", as known then.");
        }
        return answers.json(request, resolved, number, found::tiltak);
    }

    @GetMapping("/history")
    @Operation(summary = "Everything that was recorded about a tiltak, in recorded order")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "application/json",
            schema = @Schema(implementation = RecordedHistory.class), examples = @ExampleObject("""
                    {"number": 125, "entries": [{"event": "465c397d-69b7-43ac-9bb0-6c9c301bec9e", "sequence": 2, "position": 124, "type": "StatusReported",
                      "effectiveFrom": "2020-10-09", "earliest": null, "recordedAt": "2020-10-12T08:00:00.123Z",
                      "changes": [{"attribute": "status", "before": "YELLOW", "after": "RED"}], "confirmed": [], "comment": "Forsinket",
                      "comments": {"status": null, "risk": null}, "round": "2020-10", "late": false, "correction": false,
                      "retracts": null, "retractedBy": null, "user": null, "organisation": null, "source": "api", "import": null}]}
                    """)))
    @Meets({ProblemCode.UNKNOWN_TILTAK, ProblemCode.READ_MODEL_INCOMPLETE, ProblemCode.READ_MODEL_BEHIND})
    ResponseEntity<Object> history(@PathVariable TiltakNumber number, @ParameterObject KnownParameters known,
            HttpServletRequest request) {
        Resolved resolved = points.resolve(known);
        RecordedHistory found = queries
                .query(new FindHistory(number, resolved.point().position()), FoundHistory.class)
                .join()
                .history();
        if (found == null) {
            throw unknown(number);
        }
        return answers.json(request, resolved, number, () -> Readers.seeUsers() ? found : found.anonymous());
    }

    private ProblemException unknown(TiltakNumber number) {
        if (answers.isIncomplete(number)) {
            return new ProblemException(ProblemCode.READ_MODEL_INCOMPLETE,
                    "What was recorded of tiltak " + number + " could not be read into the read model yet.");
        }
        return absent(number);
    }

    private static ProblemException absent(TiltakNumber number) {
        return new ProblemException(ProblemCode.UNKNOWN_TILTAK, "There is no tiltak " + number + ".");
    }
}
