package no.ehelse.portfolio.round.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import no.ehelse.portfolio.asof.Answers;
import no.ehelse.portfolio.asof.Points;
import no.ehelse.portfolio.asof.Resolved;
import no.ehelse.portfolio.index.PortfolioIndex;
import no.ehelse.portfolio.round.RoundId;
import no.ehelse.portfolio.round.Witness;
import no.ehelse.portfolio.round.view.RoundView;
import no.ehelse.portfolio.round.view.report.Corrections;
import no.ehelse.portfolio.round.view.report.FindCorrections;
import no.ehelse.portfolio.round.view.report.FindReport;
import no.ehelse.portfolio.round.view.report.FoundCorrections;
import no.ehelse.portfolio.round.view.report.FoundReport;
import no.ehelse.portfolio.round.view.report.ReportJson;
import no.ehelse.portfolio.round.view.report.StatusReport;
import no.ehelse.portfolio.web.Meets;
import no.ehelse.portfolio.web.ProblemCode;
import no.ehelse.portfolio.web.ProblemException;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The status report of a round as data, and what separates a published one from the present. */
@RestController
@RequestMapping("/api/rounds/{round}/report")
@Tag(name = "Rounds")
class ReportController {

    private static final Logger LOG = LoggerFactory.getLogger(ReportController.class);

    private static final String POSITION = "Portfolio-Position";
    private static final String DIGEST = "Repr-Digest";

    private final QueryGateway queries;
    private final PortfolioIndex index;
    private final Points points;
    private final Answers answers;

    ReportController(QueryGateway queries, PortfolioIndex index, Points points, Answers answers) {
        this.queries = queries;
        this.index = index;
        this.points = points;
        this.answers = answers;
    }

    @GetMapping
    @Operation(summary = "The status report of a round as data, as published or as known at a time",
            description = "All of it is of one place in the event stream, the comparison with the previous round too: "
                    + "that is the round with the latest cut-off before this one, as known then. With published=true "
                    + "the bytes are those whose SHA-256 the publication carries, the same on every store; `format` is "
                    + "the version of their shape. Codes are those of /api/code-lists, where their labels are. Counts "
                    + "are of active tiltak, `budget` is in million kroner, `percent` whole. Lists that compare with "
                    + "the previous round are null where there is none. Under `printed`, `difference` of numbers is "
                    + "computed minus printed.")
    @ApiResponse(responseCode = "200", headers = {
            @Header(name = DIGEST, description = "The SHA-256 of the answer (RFC 9530).",
                    schema = @Schema(type = "string")),
            @Header(name = POSITION, description = "The stream position up to which the answer knows everything.",
                    schema = @Schema(type = "integer"))},
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = StatusReport.class),
                    examples = @ExampleObject(ReportExamples.REPORT)))
    @Meets({ProblemCode.UNKNOWN_ROUND, ProblemCode.ROUND_NOT_PUBLISHED, ProblemCode.READ_MODEL_INCOMPLETE,
            ProblemCode.READ_MODEL_BEHIND})
    ResponseEntity<Object> report(@PathVariable RoundId round, @ParameterObject ReportParameters asked,
            HttpServletRequest request) {
        Resolved resolved = points.resolve(asked.of(round));
        RoundView.Edition published = asked.asPublished() ? editionAt(round, resolved.point().position()) : null;
        FindReport query = new FindReport(round, resolved.point(), published == null ? null : published.edition());
        ResponseEntity<Object> answer = answers.json(request, resolved, () -> asPublished(bytes(query), published));
        ResponseEntity.BodyBuilder more = ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .header(POSITION, Long.toString(resolved.point().position()));
        if (answer.getBody() instanceof byte[] bytes) {
            more.header(DIGEST, "sha-256=:" + Base64.getEncoder().encodeToString(ReportJson.sha256(bytes)) + ":");
        }
        return more.body(answer.getBody());
    }

    /** The edition that was published at a stream position. */
    private RoundView.Edition editionAt(RoundId round, long position) {
        return index.snapshot()
                .round(round)
                .orElseThrow(() -> unknown(round))
                .editions()
                .stream()
                .filter(edition -> edition.position() == position)
                .findFirst()
                .orElseThrow();
    }

    /** What was published is computed anew, and is only told where it is the same to the byte. */
    private static byte[] asPublished(byte[] report, RoundView.@Nullable Edition edition) {
        Witness witness = edition == null ? null : edition.witness();
        String published = witness == null ? null : witness.report();
        String digest = HexFormat.of().formatHex(ReportJson.sha256(report));
        if (published != null && !published.equals(digest)) {
            LOG.error("A published report has the SHA-256 {}, and was published with {}", digest, published);
            throw new ProblemException(ProblemCode.READ_MODEL_INCOMPLETE,
                    "The read model does not give the report as it was published: its SHA-256 is " + digest
                            + ", that of the publication " + published
                            + ". The read model has to be rebuilt, and the log verified.");
        }
        return report;
    }

    private byte[] bytes(FindReport query) {
        StatusReport report = queries.query(query, FoundReport.class).join().report();
        if (report == null) {
            throw unknown(query.round());
        }
        return ReportJson.bytes(report);
    }

    @GetMapping("/corrections")
    @Operation(summary = "What separates a published report from what is known now, correction by correction",
            description = "Every entry that was recorded after the edition and touches days up to the cut-off, with "
                    + "the figures of the report that it changes; beside them, where they change a figure, entries "
                    + "that only name the round, and rounds opened later with an earlier cut-off. Between two of them "
                    + "no figure changes: the changes of a figure, taken in order, lead from its value in the edition "
                    + "to its present one, as `differences` has it. A figure is named by its path in the report: see "
                    + "the recording of printed figures.")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "application/json",
            schema = @Schema(implementation = Corrections.class),
            examples = @ExampleObject(ReportExamples.CORRECTIONS)))
    @Meets({ProblemCode.UNKNOWN_ROUND, ProblemCode.ROUND_NOT_PUBLISHED, ProblemCode.READ_MODEL_BEHIND})
    ResponseEntity<Object> corrections(@PathVariable RoundId round, @ParameterObject CorrectionParameters asked,
            HttpServletRequest request) {
        Resolved published = points.resolve(asked.published(round));
        Resolved present = points.resolve(asked.present(round));
        long position = published.point().position();
        FindCorrections query = new FindCorrections(round, editionAt(round, position).edition(), position,
                present.point().position());
        return answers.json(request, List.of(published, present), () -> {
            Corrections corrections = queries.query(query, FoundCorrections.class).join().corrections();
            if (corrections == null) {
                throw unknown(round);
            }
            return corrections;
        });
    }

    private static ProblemException unknown(RoundId round) {
        return new ProblemException(ProblemCode.UNKNOWN_ROUND, "There is no round " + round + ".");
    }
}
