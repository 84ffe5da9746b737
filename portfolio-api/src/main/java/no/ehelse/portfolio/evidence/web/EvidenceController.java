package no.ehelse.portfolio.evidence.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import no.ehelse.portfolio.evidence.ExportedEvent;
import no.ehelse.portfolio.evidence.LogExport;
import no.ehelse.portfolio.evidence.verification.Verification;
import no.ehelse.portfolio.evidence.verification.VerifiedLog;
import no.ehelse.portfolio.web.Meets;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The log as evidence. */
@RestController
@Tag(name = "Audit")
class EvidenceController {

    /** What an export is: JSON, one object a line. */
    static final String ND_JSON = "application/x-ndjson";

    private final Verification verification;
    private final LogExport export;

    EvidenceController(Verification verification, LogExport export) {
        this.verification = verification;
        this.export = export;
    }

    @GetMapping(path = "/api/audit/verification", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Read the whole log from the store, and tell what in it is not as it was recorded")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "application/json",
            schema = @Schema(implementation = VerifiedLog.class), examples = @ExampleObject("""
                    {"intact": false, "events": 211, "sealed": 210, "unsealed": 0, "aggregates": 87, "position": 211,
                    "heads": "8c5f3a1e9b7d2c4f6a8e0b1d3f5a7c9e1b3d5f7a9c1e3b5d7f9a1c3e5b7d9f1a",
                    "publications": [{"round": "2020-10", "edition": 1, "event": "5f8a8a5e-2f6c-4d34-9a3c-0f1d2b3c4d5e",
                      "position": 143, "recordedAt": "2020-11-20T12:00:00.123Z",
                      "witness": "0b1d3f5a7c9e1b3d5f7a9c1e3b5d7f9a1c3e5b7d9f1a8c5f3a1e9b7d2c4f6a8e",
                      "computed": "3b5d7f9a1c3e5b7d9f1a8c5f3a1e9b7d2c4f6a8e0b1d3f5a7c9e1b3d5f7a9c1e", "state": "BROKEN"}],
                    "findings": [{"kind": "ALTERED", "event": "8da513b4-253c-4a6f-bef3-f195c8b4dee8", "aggregate": "tiltak:125",
                      "sequence": 1, "type": "no.ehelse.portfolio.tiltak.TiltakEvent$ReportSubmitted", "position": 85,
                      "place": 85, "after": null, "detail": "It is not what was sealed: its identity, content, time or metadata.",
                      "breaks": [{"round": "2020-10", "edition": 1}]}],
                    "moreFindings": 0}
                    """)))
    @Meets({})
    ResponseEntity<VerifiedLog> verifyLog() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(verification.run());
    }

    /** Written as it is read: neither is ever in memory as a whole. */
    @GetMapping(path = "/api/audit/export", produces = ND_JSON)
    @Operation(summary = "The whole log as stored, one event a line, in stream order")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = ND_JSON,
            schema = @Schema(implementation = ExportedEvent.class), examples = @ExampleObject("""
                    {"position":1,"event":"8da513b4-253c-4a6f-bef3-f195c8b4dee8","aggregate":"round:2020-10","sequence":1,\
                    "type":"no.ehelse.portfolio.round.RoundEvent$RoundClosed","revision":"1","timestamp":1605873600123,\
                    "payload":"{\\"round\\":\\"2020-10\\"}","metadata":"{\\"source\\":\\"api\\"}"}
                    """)))
    @Meets({})
    void exportLog(HttpServletResponse response) throws IOException {
        response.setContentType(ND_JSON);
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        export.writeTo(response.getOutputStream());
    }
}
