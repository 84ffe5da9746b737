package no.ehelse.portfolio.round.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import no.ehelse.portfolio.actor.web.Readers;
import no.ehelse.portfolio.asof.Answers;
import no.ehelse.portfolio.asof.Points;
import no.ehelse.portfolio.round.RoundId;
import no.ehelse.portfolio.round.view.reporting.FindReporting;
import no.ehelse.portfolio.round.view.reporting.FindRounds;
import no.ehelse.portfolio.round.view.reporting.FoundReporting;
import no.ehelse.portfolio.round.view.reporting.Reporting;
import no.ehelse.portfolio.round.view.reporting.RoundList;
import no.ehelse.portfolio.web.Meets;
import no.ehelse.portfolio.web.ProblemCode;
import no.ehelse.portfolio.web.ProblemException;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reporting rounds as they are now. */
@RestController
@RequestMapping("/api/rounds")
@Tag(name = "Rounds")
class RoundReadingController {

    private final QueryGateway queries;
    private final Points points;
    private final Answers answers;
    private final Readers readers;

    RoundReadingController(QueryGateway queries, Points points, Answers answers, Readers readers) {
        this.queries = queries;
        this.points = points;
        this.answers = answers;
        this.readers = readers;
    }

    @GetMapping
    @Operation(summary = "Every reporting round, by cut-off")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "application/json",
            schema = @Schema(implementation = RoundList.class), examples = @ExampleObject("""
                    {"rounds": [{"round": "2020-10", "name": "Status per oktober 2020", "cutOff": "2020-10-09", "complete": true,
                      "state": "PUBLISHED", "openedAt": "2020-09-01T08:00:00Z", "closedAt": "2020-10-12T08:00:00Z",
                      "publishedAt": "2020-11-20T12:00:00Z",
                      "editions": [{"edition": 1, "publishedAt": "2020-11-20T12:00:00Z", "position": 163, "comment": null,
                        "witness": {"report": "240332cf42bf12a96a7744e5817fadca576a1b32c063882d73aa9212e9e5e5cc",
                                    "log": "053a04f4d50b383cd5752b805da36d15671e6ba20fc52e0347a4fbce858c21ad"}}]}]}
                    """)))
    ResponseEntity<Object> rounds(HttpServletRequest request) {
        return answers.json(request, points.now(), () -> {
            RoundList found = queries.query(new FindRounds(), RoundList.class).join();
            return readers.seeThePresent() ? found : found.published();
        });
    }

    @GetMapping("/{round}")
    @Operation(summary = "One round, and who reported in it")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "application/json",
            schema = @Schema(implementation = Reporting.class), examples = @ExampleObject("""
                    {"round": "2020-10", "name": "Status per oktober 2020", "cutOff": "2020-10-09", "complete": true,
                     "state": "PUBLISHED", "openedAt": "2020-09-01T08:00:00Z", "closedAt": "2020-10-12T08:00:00Z",
                     "publishedAt": "2020-11-20T12:00:00Z",
                     "editions": [{"edition": 1, "publishedAt": "2020-11-20T12:00:00Z", "position": 163, "comment": null,
                        "witness": {"report": "240332cf42bf12a96a7744e5817fadca576a1b32c063882d73aa9212e9e5e5cc",
                                    "log": "053a04f4d50b383cd5752b805da36d15671e6ba20fc52e0347a4fbce858c21ad"}}],
                     "reported": [5, 11], "confirmed": [11], "late": [], "notReported": [47], "corrections": []}
                    """)))
    @Meets({ProblemCode.UNKNOWN_ROUND})
    ResponseEntity<Object> round(@PathVariable RoundId round, HttpServletRequest request) {
        return answers.json(request, points.now(), () -> {
            FoundReporting found = queries.query(new FindReporting(round), FoundReporting.class).join();
            if (found.reporting() == null) {
                throw new ProblemException(ProblemCode.UNKNOWN_ROUND, "There is no round " + round + ".");
            }
            return found.reporting();
        });
    }
}
