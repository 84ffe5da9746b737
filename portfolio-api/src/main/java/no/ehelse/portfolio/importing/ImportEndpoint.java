package no.ehelse.portfolio.importing;

import static no.ehelse.portfolio.web.ProblemCode.CONCURRENT_CHANGE;
import static no.ehelse.portfolio.web.ProblemCode.IDEMPOTENCY_KEY_REUSED;
import static no.ehelse.portfolio.web.ProblemCode.IMPORT_REJECTED;
import static no.ehelse.portfolio.web.ProblemCode.PAYLOAD_TOO_LARGE;
import static no.ehelse.portfolio.web.ProblemCode.UNKNOWN_ROUND;
import static no.ehelse.portfolio.web.ProblemCode.UNSUPPORTED_MEDIA_TYPE;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import no.ehelse.portfolio.command.Text;
import no.ehelse.portfolio.round.RoundId;
import no.ehelse.portfolio.web.CommandHeaders;
import no.ehelse.portfolio.web.Commands;
import no.ehelse.portfolio.web.Meets;
import no.ehelse.portfolio.web.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Whole rounds over HTTP, for the portfolio office. */
@RestController
@Tag(name = "Rounds")
class ImportEndpoint {

    private static final String SOURCE = "import";

    private final RoundImport rounds;

    ImportEndpoint(RoundImport rounds) {
        this.rounds = rounds;
    }

    /**
     * How a file is to be taken.
     *
     * @param dryRun whether nothing is to be recorded; null: it is not
     * @param correction whether it knowingly changes what a published round was about; null: no
     * @param comment the reason in the sender's words, for every row; null: none
     */
    record Manner(@Nullable Boolean dryRun, @Nullable Boolean correction, @Nullable String comment) {

        /** Checks the comment. */
        Manner {
            comment = Text.comment("comment", comment);
        }

        boolean isDryRun() {
            return dryRun == null || dryRun;
        }
    }

    @PostMapping(path = "/api/rounds/{round}/import", consumes = {FileFormat.CSV_TYPE, FileFormat.XLSX_TYPE},
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Import a whole round from a file, or, as long as dryRun is not false, tell what that would do",
            description = "CSV, or an xlsx workbook: of its visible sheets, the one that has the headings of a layout in row "
                    + "1. Its formulas are not computed but refused, cell by cell, as are dates, truth values, merged "
                    + "cells and macros. At most 2 MiB, 5,000 rows, 256 columns, 4,000 characters in a cell; a workbook "
                    + "unpacks to at most 16 MiB.",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = {
                    @Content(mediaType = FileFormat.CSV_TYPE, schema = @Schema(type = "string"),
                            examples = @ExampleObject("""
                                    ID;Tiltaksnavn;Aktør;Status;Risiko;Budsjett 2022
                                    125;Rehabiliteringsregisteret;Helsedirektoratet;Gul;;4,5
                                    """)),
                    @Content(mediaType = FileFormat.XLSX_TYPE,
                            schema = @Schema(type = "string", format = "binary"))}))
    @Meets({UNKNOWN_ROUND, PAYLOAD_TOO_LARGE, IMPORT_REJECTED, IDEMPOTENCY_KEY_REUSED, CONCURRENT_CHANGE})
    ImportAnswer take(@PathVariable RoundId round, @ParameterObject Manner manner,
            @RequestBody(required = false) byte @Nullable [] file, CommandHeaders headers,
            HttpServletRequest request) {
        MediaType type = MediaType.parseMediaType(request.getContentType());
        if (!FileFormat.isRead(type)) {
            throw new ProblemException(UNSUPPORTED_MEDIA_TYPE, "CSV is taken in UTF-8 or Windows-1252.");
        }
        RoundFile anonymous = RoundFile.sent(round, file == null ? new byte[0] : file,
                manner.correction() != null && manner.correction(), manner.comment(),
                Commands.provenanceOfOffice(Commands.ofRegistration(headers), SOURCE))
                .in(FileFormat.of(type));
        RoundFile sent = headers.idempotencyKey() == null ? anonymous : anonymous.with(headers.idempotencyKey());
        try {
            ImportAnswer answer = manner.isDryRun() ? rounds.tryOut(sent) : rounds.carryOut(sent);
            if (answer.isRejected() && !manner.isDryRun()) {
                throw answer.problem();
            }
            return answer;
        } catch (FileTooLarge tooLarge) {
            throw new ProblemException(PAYLOAD_TOO_LARGE, String.valueOf(tooLarge.getMessage()));
        }
    }
}
