package no.ehelse.portfolio.readmodel.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import no.ehelse.portfolio.eventstore.StreamPositions;
import no.ehelse.portfolio.projection.Progress;
import no.ehelse.portfolio.readmodel.ReadModelRebuilds;
import no.ehelse.portfolio.rebuild.Rebuild;
import no.ehelse.portfolio.rebuild.Rebuilding;
import no.ehelse.portfolio.web.Meets;
import no.ehelse.portfolio.web.ProblemCode;
import no.ehelse.portfolio.web.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The read models and their rebuilds, for operators. */
@RestController
@RequestMapping("/api/admin/read-models")
@Tag(name = "Read models")
class ReadModelController {

    private static final String REBUILD = """
            {"id": "0f6a2f0c-8a43-4d0f-9a55-0e9f4a2f1f10", "name": "portfolio", "tables": "b", "reason": "asked for",
             "state": "READING", "startedAt": "2026-11-20T12:00:00Z", "finishedAt": null, "position": 60000, "head": 100211,
             "events": 60000, "eventsPerSecond": 15000, "secondsLeft": 2, "compared": 0, "differences": 0, "examples": [],
             "failure": null}
            """;

    private final ReadModelRebuilds rebuilds;
    private final Progress progress;
    private final StreamPositions positions;
    private final RebuildStream stream;

    /**
     * A read model.
     *
     * @param serving the letter of the set of tables that serves
     * @param position up to where it has read
     * @param head the last position of the log
     */
    record ReadModel(String name, String serving, long position, long head) {}

    /** The read models. */
    record ReadModels(List<ReadModel> readModels) {}

    /** The rebuilds of a read model, the latest first. */
    record RebuildList(List<RebuildAnswer> rebuilds) {}

    ReadModelController(ReadModelRebuilds rebuilds, Progress progress, StreamPositions positions,
            RebuildStream stream) {
        this.rebuilds = rebuilds;
        this.progress = progress;
        this.positions = positions;
        this.stream = stream;
    }

    @GetMapping
    @Operation(summary = "The read models, and how far they have read")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "application/json",
            schema = @Schema(implementation = ReadModels.class), examples = @ExampleObject("""
                    {"readModels": [{"name": "portfolio", "serving": "a", "position": 211, "head": 211}]}
                    """)))
    ReadModels readModels() {
        Progress.Mark mark = progress.mark();
        return new ReadModels(List.of(new ReadModel(Rebuilding.PORTFOLIO, mark.set().letter(), mark.position(),
                positions.head())));
    }

    @PostMapping("/{name}/rebuilds")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Rebuild a read model from the log, while it serves", description = """
            The idle set of tables is filled from the events, compared row by row with the serving one, and then serves in its
            place. Reads and commands go on throughout.""")
    @ApiResponse(responseCode = "202", content = @Content(mediaType = "application/json",
            schema = @Schema(implementation = RebuildAnswer.class), examples = @ExampleObject(REBUILD)))
    @Meets({ProblemCode.NOT_FOUND, ProblemCode.CONCURRENT_CHANGE})
    ResponseEntity<RebuildAnswer> startRebuild(@PathVariable String name) {
        known(name);
        Rebuild begun = rebuilds.start("asked for")
                .orElseThrow(() -> new ProblemException(ProblemCode.CONCURRENT_CHANGE,
                        "A rebuild of " + name + " is under way; there is one at a time."));
        return ResponseEntity.accepted()
                .location(URI.create("/api/admin/read-models/" + name + "/rebuilds/" + begun.id()))
                .body(RebuildAnswer.of(begun));
    }

    @GetMapping("/{name}/rebuilds")
    @Operation(summary = "The rebuilds of a read model, the latest first")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "application/json",
            schema = @Schema(implementation = RebuildList.class),
            examples = @ExampleObject("{\"rebuilds\": [" + REBUILD + "]}")))
    @Meets(ProblemCode.NOT_FOUND)
    RebuildList rebuilds(@PathVariable String name) {
        known(name);
        return new RebuildList(rebuilds.of(name).stream().map(RebuildAnswer::of).toList());
    }

    @GetMapping(path = "/{name}/rebuilds/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "How far a rebuild has come", description = """
            With `Accept: text/event-stream`: the same, each time it has come further, as server-sent events, until it is
            over.""")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "application/json",
            schema = @Schema(implementation = RebuildAnswer.class), examples = @ExampleObject(REBUILD)))
    @Meets(ProblemCode.NOT_FOUND)
    RebuildAnswer rebuild(@PathVariable String name, @PathVariable String id) {
        return RebuildAnswer.of(found(name, id));
    }

    @GetMapping(path = "/{name}/rebuilds/{id}", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(hidden = true)
    @Meets(ProblemCode.NOT_FOUND)
    SseEmitter rebuildEvents(@PathVariable String name, @PathVariable String id) {
        return stream.of(found(name, id).id());
    }

    private Rebuild found(String name, String id) {
        known(name);
        return rebuilds.find(id)
                .filter(rebuild -> rebuild.name().equals(name))
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND, "There is no such rebuild."));
    }

    private static void known(String name) {
        if (!name.equals(Rebuilding.PORTFOLIO)) {
            throw new ProblemException(ProblemCode.NOT_FOUND,
                    "There is no such read model; the one there is is called " + Rebuilding.PORTFOLIO + ".");
        }
    }
}
