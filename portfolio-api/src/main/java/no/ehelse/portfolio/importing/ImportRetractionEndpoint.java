package no.ehelse.portfolio.importing;

import static no.ehelse.portfolio.web.ProblemCode.CONCURRENT_CHANGE;
import static no.ehelse.portfolio.web.ProblemCode.IDEMPOTENCY_KEY_REUSED;
import static no.ehelse.portfolio.web.ProblemCode.NOT_FOUND;
import static no.ehelse.portfolio.web.ProblemCode.REASON_REQUIRED;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import no.ehelse.portfolio.command.Text;
import no.ehelse.portfolio.web.CommandHeaders;
import no.ehelse.portfolio.web.Commands;
import no.ehelse.portfolio.web.JsonBody;
import no.ehelse.portfolio.web.Meets;
import no.ehelse.portfolio.web.Remark;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The undoing of imports over HTTP. */
@RestController
@Tag(name = "Import")
class ImportRetractionEndpoint {

    private final ImportRetraction imports;

    ImportRetractionEndpoint(ImportRetraction imports) {
        this.imports = imports;
    }

    /** Takes an import back. */
    @JsonBody
    @Schema(example = """
            {"comment": "Filen var fra feil runde"}""")
    record ImportUndoing(@Nullable Remark comment) {

        /** The reason; null where the sender gave none. */
        @Nullable String reason() {
            return Text.comment("comment", Remark.text(comment));
        }
    }

    @PostMapping(path = "/api/imports/{import}/retraction", consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Undo an import: retract all of its entries that stand, in one transaction")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "application/json",
            schema = @Schema(implementation = RetractedImport.class), examples = @ExampleObject("""
                    {"import": "2f4b6d8f-0a1c-3e5d-8f70-9b8c7d6e5f40",
                    "retracted": [{"number": 47, "event": "5f8a8a5e-2f6c-4d34-9a3c-0f1d2b3c4d5e"}],
                    "removed": [{"number": 199, "event": "8da513b4-253c-4a6f-bef3-f195c8b4dee8"}],
                    "skipped": [{"number": 200, "event": "c86614c8-84d9-47f6-a236-21dd7673560c", "code": "not-retractable",
                      "message": "It is the only registration of tiltak 200, and entries from elsewhere rest on it."}],
                    "undoneBefore": 0, "position": 214}
                    """)))
    @Meets({NOT_FOUND, REASON_REQUIRED, IDEMPOTENCY_KEY_REUSED, CONCURRENT_CHANGE})
    RetractedImport retractImport(@PathVariable("import") String id, @RequestBody ImportUndoing body,
            CommandHeaders headers) {
        return imports.retract(id, body.reason(),
                Commands.provenanceOfOffice(Commands.ofRegistration(headers), "api"), headers.idempotencyKey());
    }
}
