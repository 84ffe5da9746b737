package no.ehelse.portfolio.audit.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import no.ehelse.portfolio.actor.web.Readers;
import no.ehelse.portfolio.asof.Answers;
import no.ehelse.portfolio.asof.KnownParameters;
import no.ehelse.portfolio.asof.Points;
import no.ehelse.portfolio.asof.Resolved;
import no.ehelse.portfolio.audit.AuditPage;
import no.ehelse.portfolio.audit.FindAudit;
import no.ehelse.portfolio.command.InvalidValue;
import no.ehelse.portfolio.eventstore.StreamPositions;
import no.ehelse.portfolio.web.Meets;
import no.ehelse.portfolio.web.ProblemCode;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Every event of every kind, page by page. */
@RestController
@Tag(name = "Audit")
class AuditController {

    private static final int DEFAULT_LIMIT = 500;
    private static final int HIGHEST_LIMIT = 5_000;
    private static final long FROM_THE_START = -1;

    private final QueryGateway queries;
    private final Points points;
    private final Answers answers;
    private final StreamPositions positions;

    /**
     * Which page.
     *
     * @param after a position, exclusive; null: from the start
     * @param limit how many events at most; null: 500
     */
    record PageParameters(
            @Parameter(description = "A position, exclusive. Default: from the start.") @Nullable Long after,
            @Parameter(description = "How many events at most.", schema = @Schema(type = "integer", minimum = "1",
                    maximum = "5000", defaultValue = "500")) @Nullable Integer limit) {

        PageParameters {
            if (after != null && after < FROM_THE_START) {
                throw new InvalidValue("after", "out-of-range", "after is a position, -1 or more");
            }
            if (limit != null && (limit < 1 || limit > HIGHEST_LIMIT)) {
                throw new InvalidValue("limit", "out-of-range", "limit is from 1 to " + HIGHEST_LIMIT);
            }
        }
    }

    AuditController(QueryGateway queries, Points points, Answers answers, StreamPositions positions) {
        this.queries = queries;
        this.points = points;
        this.answers = answers;
        this.positions = positions;
    }

    @GetMapping("/api/audit")
    @Operation(summary = "Every event of every kind, in stream order")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "application/json",
            schema = @Schema(implementation = AuditPage.class), examples = @ExampleObject("""
                    {"entries": [{"event": "8da513b4-253c-4a6f-bef3-f195c8b4dee8", "sequence": 0, "position": 1,
                      "type": "OrganisationRegistered", "number": null, "round": null, "organisationId": "helsedirektoratet",
                      "effectiveFrom": null, "earliest": null, "recordedAt": "2020-03-02T10:00:00Z",
                      "changes": [{"attribute": "name", "before": null, "after": "Helsedirektoratet"}], "confirmed": [],
                      "comment": null, "comments": {"status": null, "risk": null}, "late": false, "correction": false,
                      "retracts": null, "retractedBy": null, "user": null, "organisation": null, "source": "sample-data", "import": null}],
                    "nextAfter": 1, "head": 261}
                    """)))
    @Meets({ProblemCode.READ_MODEL_BEHIND})
    ResponseEntity<Object> audit(@ParameterObject PageParameters page, @ParameterObject KnownParameters known,
            HttpServletRequest request) {
        Resolved resolved = points.resolve(known);
        FindAudit query = new FindAudit(page.after() == null ? FROM_THE_START : page.after(),
                resolved.point().position(), page.limit() == null ? DEFAULT_LIMIT : page.limit(),
                positions.head());
        return answers.json(request, resolved, () -> {
            AuditPage found = queries.query(query, AuditPage.class).join();
            return Readers.seeUsers() ? found : found.anonymous();
        });
    }
}
