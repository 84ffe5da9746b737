package no.ehelse.portfolio.readmodel.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import no.ehelse.portfolio.readmodel.DeadLetters;
import no.ehelse.portfolio.web.JsonBody;
import no.ehelse.portfolio.web.Meets;
import no.ehelse.portfolio.web.ProblemCode;
import no.ehelse.portfolio.web.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Events that the read model could not digest, for operators. */
@RestController
@RequestMapping("/api/admin/dead-letters")
@Tag(name = "Dead letters")
class DeadLetterController {

    private static final String PARKED = """
            {"sequence": "tiltak:125", "event": "465c397d-69b7-43ac-9bb0-6c9c301bec9e", "type": "StatusReported", "version": 2,
             "recordedAt": "2020-10-12T08:00:00.123Z", "parkedAt": "2020-10-12T08:00:00.456Z",
             "error": "value too long for a column"}
            """;

    private final DeadLetters deadLetters;

    DeadLetterController(DeadLetters deadLetters) {
        this.deadLetters = deadLetters;
    }

    /** The parked events. */
    record DeadLetterList(List<DeadLetters.Parked> deadLetters) {}

    /**
     * What was tried again.
     *
     * @param tried of what something was tried
     * @param deadLetters what is parked still
     */
    record Retried(List<String> tried, List<DeadLetters.Parked> deadLetters) {}

    /** What to try again; without a sequence: everything. */
    @JsonBody(mayBeEmpty = true)
    @Schema(example = """
            {"sequence": "tiltak:125"}""")
    record Retry(@Nullable String sequence) {}

    @GetMapping
    @Operation(summary = "The events that the read model could not digest, with what went wrong", description = """
            Events of the same tiltak, round or organisation wait behind the one that failed. Nothing is published meanwhile, and
            answers about such a tiltak say that they are incomplete.""")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "application/json",
            schema = @Schema(implementation = DeadLetterList.class),
            examples = @ExampleObject("{\"deadLetters\": [" + PARKED + "]}")))
    DeadLetterList deadLetters() {
        return new DeadLetterList(deadLetters.all());
    }

    @PostMapping(path = "/retries", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Try again what the read model could not digest, after a fix")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "application/json",
            schema = @Schema(implementation = Retried.class),
            examples = @ExampleObject("{\"tried\": [\"tiltak:125\"], \"deadLetters\": []}")))
    @Meets(ProblemCode.NOT_FOUND)
    Retried retryDeadLetters(@RequestBody(required = false) @Nullable Retry body) {
        String sequence = body == null ? null : body.sequence();
        List<String> tried = deadLetters.retry(sequence);
        if (sequence != null && tried.isEmpty()) {
            throw new ProblemException(ProblemCode.NOT_FOUND, "Nothing of " + sequence + " is parked.");
        }
        return new Retried(tried, deadLetters.all());
    }
}
