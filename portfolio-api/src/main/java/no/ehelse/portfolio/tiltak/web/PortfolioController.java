package no.ehelse.portfolio.tiltak.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import no.ehelse.portfolio.asof.Answers;
import no.ehelse.portfolio.asof.AsOfParameters;
import no.ehelse.portfolio.asof.Points;
import no.ehelse.portfolio.asof.Resolved;
import no.ehelse.portfolio.importing.PortfolioSheet;
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
import org.axonframework.queryhandling.QueryGateway;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The portfolio at any point in both times: listed, counted, compared. */
@RestController
@RequestMapping("/api/portfolio")
@Tag(name = "Portfolio")
class PortfolioController {

    private final QueryGateway queries;
    private final PortfolioIndex index;
    private final Points points;
    private final Answers answers;

    PortfolioController(QueryGateway queries, PortfolioIndex index, Points points, Answers answers) {
        this.queries = queries;
        this.index = index;
        this.points = points;
        this.answers = answers;
    }

    @GetMapping
    @Operation(summary = "The tiltak in the portfolio on a day, as known at a time")
    ResponseEntity<Object> portfolio(@ParameterObject AsOfParameters asOf, @ParameterObject FilterParameters filters,
            @ParameterObject ListParameters list, HttpServletRequest request) {
        ListFormat format = ListFormat.of(list.format(), request.getHeader(HttpHeaders.ACCEPT));
        Resolved resolved = points.resolve(asOf);
        Filter filter = Filters.listed(filters, index.snapshot());
        return answers.of(request, resolved, format.type(), () -> {
            Portfolio found = answer(new FindPortfolio(resolved.point(), filter, list.sorting()), Portfolio.class);
            return switch (format) {
                case JSON -> found;
                case CSV -> PortfolioSheet.of(found.tiltak().stream().map(PortfolioController::row).toList());
            };
        });
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
    ResponseEntity<Object> counts(@ParameterObject AsOfParameters asOf, @ParameterObject CountParameters counting,
            @ParameterObject FilterParameters filters, HttpServletRequest request) {
        Resolved resolved = points.resolve(asOf);
        List<Dimension> by = counting.dimensions();
        Filter filter = Filters.counted(filters, by, index.snapshot());
        return answers.json(request, resolved,
                () -> answer(new CountPortfolio(resolved.point(), by, filter), Counts.class));
    }

    @GetMapping("/changes")
    @Operation(summary = "How the portfolio differs between two points in both times")
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
