package no.ehelse.portfolio.upkeep.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import no.ehelse.portfolio.upkeep.backup.Backup;
import no.ehelse.portfolio.upkeep.backup.BackupFailed;
import no.ehelse.portfolio.upkeep.backup.Backups;
import no.ehelse.portfolio.web.Meets;
import no.ehelse.portfolio.web.ProblemCode;
import no.ehelse.portfolio.web.ProblemException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Backups of the embedded store while it is in use; for operators only. */
@RestController
@RequestMapping("/api/admin/backups")
@Tag(name = "Backups")
class BackupController {

    private static final String BACKUP = """
            {"name": "portfolio-20261120T120000123Z-1042.zip", "madeAt": "2026-11-20T12:00:00.123Z", "position": 1042,
             "events": 1040, "size": 912345,
             "sha256": "0b1d3f5a7c9e1b3d5f7a9c1e3b5d7f9a1c3e5b7d9f1a8c5f3a1e9b7d2c4f6a8e",
             "heads": "8c5f3a1e9b7d2c4f6a8e0b1d3f5a7c9e1b3d5f7a9c1e3b5d7f9a1c3e5b7d9f1a", "sealKeys": ["3f2a91bc"],
             "sealKeysIncluded": false}
            """;
    private static final int RETRY_AFTER = 60;

    private final ObjectProvider<Backups> backups;

    BackupController(ObjectProvider<Backups> backups) {
        this.backups = backups;
    }

    /** The backups, the latest first. */
    record BackupList(List<Backup> backups) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Back the embedded store up, while people read and write", description = """
            Everything that was answered before the request is in it, up to `position`. It is written to the folder that
            `portfolio.backup.dir` names. The keys that seal events are not in it: keep a copy of them elsewhere.""")
    @ApiResponse(responseCode = "201", content = @Content(mediaType = "application/json",
            schema = @Schema(implementation = Backup.class), examples = @ExampleObject(BACKUP)))
    @Meets({ProblemCode.NOT_FOUND, ProblemCode.CONCURRENT_CHANGE})
    ResponseEntity<Backup> makeBackup() {
        try {
            Backup made = embedded().make()
                    .orElseThrow(() -> new ProblemException(ProblemCode.CONCURRENT_CHANGE,
                            "A backup is being made; there is one at a time."));
            return ResponseEntity.created(URI.create("/api/admin/backups/" + made.name())).body(made);
        } catch (BackupFailed failed) {
            throw new ProblemException(ProblemCode.EVENT_STORE_UNAVAILABLE,
                    "The backup could not be made, and nothing is left of it; the service's log says why.")
                    .retryAfter(RETRY_AFTER);
        }
    }

    @GetMapping
    @Operation(summary = "The backups in the folder that the service writes them to, the latest first")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "application/json",
            schema = @Schema(implementation = BackupList.class),
            examples = @ExampleObject("{\"backups\": [" + BACKUP + "]}")))
    @Meets(ProblemCode.NOT_FOUND)
    BackupList backups() {
        return new BackupList(embedded().all());
    }

    @GetMapping("/{name}")
    @Operation(summary = "What a backup has in it; the archive itself is only on the service's disk")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "application/json",
            schema = @Schema(implementation = Backup.class), examples = @ExampleObject(BACKUP)))
    @Meets(ProblemCode.NOT_FOUND)
    Backup backup(@PathVariable String name) {
        return embedded().all()
                .stream()
                .filter(backup -> backup.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND, "There is no such backup."));
    }

    private Backups embedded() {
        Backups here = backups.getIfAvailable();
        if (here == null) {
            throw new ProblemException(ProblemCode.NOT_FOUND,
                    "The store is not the embedded one: back it up with the tools of its database.");
        }
        return here;
    }
}
