package no.ehelse.portfolio.tiltak.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import no.ehelse.portfolio.asof.Answers;
import no.ehelse.portfolio.asof.AsOfParameters;
import no.ehelse.portfolio.asof.KnownParameters;
import no.ehelse.portfolio.asof.Points;
import no.ehelse.portfolio.asof.Resolved;
import no.ehelse.portfolio.tiltak.TiltakNumber;
import no.ehelse.portfolio.tiltak.view.history.FindHistory;
import no.ehelse.portfolio.tiltak.view.history.RecordedHistory;
import no.ehelse.portfolio.tiltak.view.portfolio.FindTiltak;
import no.ehelse.portfolio.tiltak.view.portfolio.FoundTiltak;
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

    TiltakReadingController(QueryGateway queries, Points points, Answers answers) {
        this.queries = queries;
        this.points = points;
        this.answers = answers;
    }

    @GetMapping
    @Operation(summary = "One tiltak on a day, as known at a time")
    ResponseEntity<Object> tiltak(@PathVariable TiltakNumber number, @ParameterObject AsOfParameters asOf,
            HttpServletRequest request) {
        Resolved resolved = points.resolve(asOf);
        FoundTiltak found = queries.query(new FindTiltak(number, resolved.point()), FoundTiltak.class).join();
        if (!found.known()) {
            throw unknown(number);
        }
        if (found.tiltak() == null) {
            throw new ProblemException(ProblemCode.NOT_IN_PORTFOLIO,
                    "Tiltak " + number + " is not in the portfolio on " + resolved.point().validOn()
                            + ", as known then.");
        }
        return answers.json(request, resolved, found::tiltak);
    }

    @GetMapping("/history")
    @Operation(summary = "Everything that was recorded about a tiltak, in recorded order")
    ResponseEntity<Object> history(@PathVariable TiltakNumber number, @ParameterObject KnownParameters known,
            HttpServletRequest request) {
        Resolved resolved = points.resolve(known);
        RecordedHistory found = queries
                .query(new FindHistory(number, resolved.point().position()), RecordedHistory.class)
                .join();
        if (!found.known()) {
            throw unknown(number);
        }
        return answers.json(request, resolved, () -> found);
    }

    private static ProblemException unknown(TiltakNumber number) {
        return new ProblemException(ProblemCode.UNKNOWN_TILTAK, "There is no tiltak " + number + ".");
    }
}
