package no.ehelse.portfolio.tiltak.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import no.ehelse.portfolio.asof.Answers;
import no.ehelse.portfolio.asof.AsOfParameters;
import no.ehelse.portfolio.asof.Points;
import no.ehelse.portfolio.asof.Resolved;
import no.ehelse.portfolio.asof.SeriesParameters;
import no.ehelse.portfolio.asof.SeriesPoints;
import no.ehelse.portfolio.importing.FileFormat;
import no.ehelse.portfolio.importing.PortfolioSheet;
import no.ehelse.portfolio.importing.PortfolioWorkbook;
import no.ehelse.portfolio.index.PortfolioIndex;
import no.ehelse.portfolio.tiltak.view.changes.FindChanges;
import no.ehelse.portfolio.tiltak.view.changes.PortfolioChanges;
import no.ehelse.portfolio.tiltak.view.counts.CountPortfolio;
import no.ehelse.portfolio.tiltak.view.counts.Counts;
import no.ehelse.portfolio.tiltak.view.portfolio.Dimension;
import no.ehelse.portfolio.tiltak.view.portfolio.Filter;
import no.ehelse.portfolio.tiltak.view.portfolio.FindPortfolio;
import no.ehelse.portfolio.tiltak.view.portfolio.Portfolio;
import no.ehelse.portfolio.tiltak.view.portfolio.TiltakView;
import no.ehelse.portfolio.tiltak.view.series.CountSeries;
import no.ehelse.portfolio.tiltak.view.series.Series;
import no.ehelse.portfolio.web.Meets;
import no.ehelse.portfolio.web.ProblemCode;
import org.axonframework.queryhandling.QueryGateway;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The portfolio at any point in both times: listed, counted, followed, compared. */
@RestController
@RequestMapping("/api/portfolio")
@Tag(name = "Portfolio")
class PortfolioController {

    private final QueryGateway queries;
    private final PortfolioIndex index;
    private final Points points;
    private final SeriesPoints seriesPoints;
    private final Answers answers;

    PortfolioController(QueryGateway queries, PortfolioIndex index, Points points, SeriesPoints seriesPoints,
            Answers answers) {
        this.queries = queries;
        this.index = index;
        this.points = points;
        this.seriesPoints = seriesPoints;
        this.answers = answers;
    }

    @GetMapping
    @Operation(summary = "The tiltak in the portfolio on a day, as known at a time")
    @ApiResponse(responseCode = "200", content = {@Content(mediaType = "application/json",
            schema = @Schema(implementation = Portfolio.class), examples = @ExampleObject("""
                    {"asOf": {"validOn": "2020-10-09", "knownAt": "2020-11-20T12:00:00.123Z", "round": "2020-10", "complete": true}, "position": 261, "total": 1,
                    "tiltak": [{"number": 125, "name": "Rehabiliteringsregisteret", "version": 5,
                      "organisation": {"id": "helsedirektoratet", "name": "Helsedirektoratet", "group": "HEALTH_ADMINISTRATION"},
                      "status": "GREEN", "risk": null, "phase": "EXECUTE", "segment": "OBSERVE", "activity": "ACTIVE",
                      "focusArea": {"code": "3.2", "title": "Bedre bruk av helsedata til sekundærformål", "group": "3"},
                      "budgets": {"2020": 4, "2021": null}, "notAsked": ["risk", "budgets.2021"],
                      "comments": {"status": "Pilotene er i gang igjen", "risk": null}, "lastReported": "2022-06",
                      "validFrom": "2026-11-20"}]}
                    """)),
            @Content(mediaType = FileFormat.CSV_TYPE, schema = @Schema(type = "string"), examples = @ExampleObject("""
                    Segment;ID;Aktør;Tiltaksnavn;Fase;Er prosjektet aktivt?;Status;Risiko;Innsatsområde;Budsjett 2020;Budsjett 2021
                    Observere;125;Helsedirektoratet;Rehabiliteringsregisteret;Gjennomføre;Aktiv;Grønn;;3.2 - Bedre bruk av helsedata til sekundærformål;4;
                    """)),
            @Content(mediaType = FileFormat.XLSX_TYPE, schema = @Schema(type = "string", format = "binary"))})
    @Meets({ProblemCode.UNKNOWN_ROUND, ProblemCode.ROUND_NOT_PUBLISHED, ProblemCode.READ_MODEL_BEHIND})
    ResponseEntity<Object> portfolio(@ParameterObject AsOfParameters asOf, @ParameterObject FilterParameters filters,
            @ParameterObject ListParameters list, HttpServletRequest request) {
        ListFormat format = ListFormat.of(list.format(), request.getHeader(HttpHeaders.ACCEPT));
        Resolved resolved = points.resolve(asOf);
        Filter filter = Filters.listed(filters, index.snapshot());
        ResponseEntity<Object> answer = answers.of(request, resolved, format.type(), () -> {
            Portfolio found = answer(new FindPortfolio(resolved.point(), filter, list.sorting()), Portfolio.class);
            return switch (format) {
                case JSON -> found;
                case CSV -> PortfolioSheet.of(rows(found));
                case XLSX -> PortfolioWorkbook.of(rows(found));
            };
        });
        return format.isFile() ? named("portefolje-" + resolved.point().validOn() + "." + format.ending(), answer)
                : answer;
    }

    /** A browser keeps the answer as a file of that name. */
    private static ResponseEntity<Object> named(String name, ResponseEntity<Object> answer) {
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(answer.getBody());
    }

    private static List<PortfolioSheet.Row> rows(Portfolio found) {
        return found.tiltak().stream().map(PortfolioController::row).toList();
    }

    private static PortfolioSheet.Row row(TiltakView tiltak) {
        return new PortfolioSheet.Row(tiltak.segment(), tiltak.number(),
                tiltak.organisation() == null ? null : tiltak.organisation().name(), tiltak.name(), tiltak.phase(),
                tiltak.activity(), tiltak.status(), tiltak.risk(),
                tiltak.focusArea() == null ? null
                        : new PortfolioSheet.Area(tiltak.focusArea().code().value(), tiltak.focusArea().title()),
                tiltak.budgets());
    }

    @GetMapping("/counts")
    @Operation(summary = "How many tiltak there are on a day, with their budgets, as known at a time")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "application/json",
            schema = @Schema(implementation = Counts.class), examples = @ExampleObject("""
                    {"asOf": {"validOn": "2020-10-09", "knownAt": "2020-11-20T12:00:00.123Z", "round": "2020-10", "complete": true}, "position": 261,
                    "total": 51, "budget": {"2020": {"amount": 1650, "reported": 51, "notReported": 0, "notAsked": 0}},
                    "groups": [{"status": "YELLOW", "count": 34, "share": 0.667,
                      "budget": {"2020": {"amount": 1364, "reported": 34, "notReported": 0, "notAsked": 0}}}]}
                    """)))
    @Meets({ProblemCode.UNKNOWN_ROUND, ProblemCode.ROUND_NOT_PUBLISHED, ProblemCode.READ_MODEL_BEHIND})
    ResponseEntity<Object> counts(@ParameterObject AsOfParameters asOf, @ParameterObject CountParameters counting,
            @ParameterObject FilterParameters filters, HttpServletRequest request) {
        Resolved resolved = points.resolve(asOf);
        List<Dimension> by = counting.dimensions();
        Filter filter = Filters.counted(filters, by, index.snapshot());
        return answers.json(request, resolved,
                () -> answer(new CountPortfolio(resolved.point(), by, filter), Counts.class));
    }

    @GetMapping("/series")
    @Operation(
            summary = "How many tiltak there were, round by round or month by month, as known at a time or as published",
            description = "A point for each cut-off (step=round), or for the last day of each month (step=month; `round` is "
                    + "null then), from and to included, at most 600. With published=true each round is as known at its "
                    + "last edition, and rounds without one are left out. Groups and filters are those of counts.")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "application/json",
            schema = @Schema(implementation = Series.class), examples = @ExampleObject("""
                    {"points": [{"round": "2020-10", "asOf": {"validOn": "2020-10-09", "knownAt": "2020-11-20T12:00:00.123Z", "round": "2020-10", "complete": true},
                      "total": 51, "groups": [{"status": "YELLOW", "count": 34, "share": 0.667,
                        "budget": {"2020": {"amount": 1364, "reported": 34, "notReported": 0, "notAsked": 0}}}]}]}
                    """)))
    @Meets({ProblemCode.UNKNOWN_ROUND, ProblemCode.READ_MODEL_BEHIND})
    ResponseEntity<Object> series(@ParameterObject SeriesParameters asked, @ParameterObject CountParameters counting,
            @ParameterObject FilterParameters filters, HttpServletRequest request) {
        SeriesPoints.Found found = seriesPoints.resolve(asked);
        List<Dimension> by = counting.dimensions();
        CountSeries query = new CountSeries(found.points()
                .stream()
                .map(at -> new CountSeries.At(at.round(), at.point()))
                .toList(), by, Filters.counted(filters, by, index.snapshot()));
        return answers.json(request, found.known(), () -> answer(query, Series.class));
    }

    @GetMapping("/changes")
    @Operation(summary = "How the portfolio differs between two points in both times, and why",
            description = "`joined`, `left`, `changed` and `unchanged` compare the two points. `moved` and `renamed` pick "
                    + "from `changed` those with another organisation and with another name. `corrected` is what is known "
                    + "otherwise of the day `from` at toKnownAt than at fromKnownAt: the same day seen from two times of "
                    + "knowledge, `inPortfolio` included. `totals` counts every tiltak once: from − left + joined = to "
                    + "(joinedCorrected of those joined were there on the day `from` already, as known at toKnownAt, and "
                    + "leftCorrected of those that left were not), "
                    + "and of those in the portfolio at both points each is corrected (nothing has changed between the "
                    + "days as known at toKnownAt: the whole difference is a correction), or else moved, or else renamed, "
                    + "or else changed, or unchanged; these five are from − left.")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "application/json",
            schema = @Schema(implementation = PortfolioChanges.class), examples = @ExampleObject("""
                    {"from": {"validOn": "2020-10-09", "knownAt": "2020-11-20T12:00:00.123Z", "round": "2020-10", "complete": true},
                    "to": {"validOn": "2020-10-09", "knownAt": "2020-11-20T12:00:00.123Z", "round": "2020-10", "complete": true},
                    "joined": [{"number": 199, "name": "Prosessplattform", "earliest": "2020-10-10"}],
                    "left": [{"number": 81, "name": "Akson", "reason": "CONTINUED_IN", "wayForward": "Fortsetter i Akson journal",
                      "successors": [194, 193], "earliest": null}],
                    "changed": [{"number": 47, "name": "Program for kodeverk og terminologi",
                      "changes": [{"attribute": "status", "before": "YELLOW", "after": "GREEN"}]}], "unchanged": 12,
                    "moved": [{"number": 193, "name": "Felles kommunal journal", "before": null, "after": "kommunesektorens-organisasjon"}],
                    "renamed": [{"number": 193, "before": "Akson journal", "after": "Felles kommunal journal"}],
                    "corrected": [{"number": 125, "name": "Rehabiliteringsregisteret",
                      "changes": [{"attribute": "status", "before": "RED", "after": "YELLOW"}]}],
                    "totals": {"from": 16, "joined": 1, "left": 1, "joinedCorrected": 0, "leftCorrected": 0, "moved": 1, "renamed": 0, "changed": 1, "corrected": 1, "unchanged": 12, "to": 16}}
                    """)))
    @Meets({ProblemCode.UNKNOWN_ROUND, ProblemCode.READ_MODEL_BEHIND})
    ResponseEntity<Object> changes(@ParameterObject ChangeParameters asked, HttpServletRequest request) {
        Resolved from = points.resolve(asked.from(), asked.fromKnownAt());
        Resolved to = points.resolve(asked.to(), asked.toKnownAt());
        return answers.json(request, List.of(from, to),
                () -> answer(new FindChanges(from.point(), to.point()), PortfolioChanges.class));
    }

    private <R> R answer(Object query, Class<R> type) {
        CompletableFuture<R> answer = queries.query(query, type);
        return answer.join();
    }
}
