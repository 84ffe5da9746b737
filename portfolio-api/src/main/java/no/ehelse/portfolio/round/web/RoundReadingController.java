package no.ehelse.portfolio.round.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import no.ehelse.portfolio.asof.Answers;
import no.ehelse.portfolio.asof.Points;
import no.ehelse.portfolio.round.RoundId;
import no.ehelse.portfolio.round.view.reporting.FindReporting;
import no.ehelse.portfolio.round.view.reporting.FindRounds;
import no.ehelse.portfolio.round.view.reporting.FoundReporting;
import no.ehelse.portfolio.round.view.reporting.RoundList;
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

    RoundReadingController(QueryGateway queries, Points points, Answers answers) {
        this.queries = queries;
        this.points = points;
        this.answers = answers;
    }

    @GetMapping
    @Operation(summary = "Every reporting round, by cut-off")
    ResponseEntity<Object> rounds(HttpServletRequest request) {
        return answers.json(request, points.now(),
                () -> queries.query(new FindRounds(), RoundList.class).join());
    }

    @GetMapping("/{round}")
    @Operation(summary = "One round, and who reported in it")
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
