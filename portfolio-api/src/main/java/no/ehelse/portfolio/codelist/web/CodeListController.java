package no.ehelse.portfolio.codelist.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import no.ehelse.portfolio.codelist.Code;
import no.ehelse.portfolio.organisation.OrganisationGroup;
import no.ehelse.portfolio.round.RoundState;
import no.ehelse.portfolio.tiltak.Activity;
import no.ehelse.portfolio.tiltak.FocusAreas;
import no.ehelse.portfolio.tiltak.Phase;
import no.ehelse.portfolio.tiltak.RemovalReason;
import no.ehelse.portfolio.tiltak.Risk;
import no.ehelse.portfolio.tiltak.Segment;
import no.ehelse.portfolio.tiltak.Status;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Every enumeration and focus area with its labels. */
@RestController
@Tag(name = "Code lists")
class CodeListController {

    /** A code with its labels. */
    record Labelled(String code, String nb, String en) {

        static List<Labelled> of(Code... codes) {
            return Arrays.stream(codes).map(code -> new Labelled(code.name(), code.nb(), code.en())).toList();
        }
    }

    /**
     * A focus area with its titles.
     *
     * @param group the code of its upper area
     */
    record Area(String code, String nb, String en, String group) {}

    /** The code lists, each in its own order. */
    record CodeLists(List<Labelled> status, List<Labelled> risk, List<Labelled> segment, List<Labelled> phase,
            List<Labelled> activity, List<Labelled> organisationGroup, List<Labelled> removalReason,
            List<Labelled> roundState, List<Area> focusArea, List<Labelled> focusAreaGroup) {}

    private static final CodeLists ALL = new CodeLists(Labelled.of(Status.values()), Labelled.of(Risk.values()),
            Labelled.of(Segment.values()), Labelled.of(Phase.values()), Labelled.of(Activity.values()),
            Labelled.of(OrganisationGroup.values()), Labelled.of(RemovalReason.values()),
            Labelled.of(RoundState.values()),
            FocusAreas.ALL.stream()
                    .map(area -> new Area(area.code().value(), area.nb(), area.en(), area.group()))
                    .toList(),
            FocusAreas.GROUPS.stream().map(group -> new Labelled(group.code(), group.nb(), group.en())).toList());

    @GetMapping("/api/code-lists")
    @Operation(summary = "Every enumeration and focus area with Norwegian and English labels")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "application/json",
            schema = @Schema(implementation = CodeLists.class), examples = @ExampleObject("""
                    {"status": [{"code": "GREEN", "nb": "Grønn", "en": "Green"}],
                    "focusArea": [{"code": "1.1", "nb": "Modernisere journal- og samhandlingsløsninger",
                      "en": "Modernise record and collaboration systems", "group": "1"}]}
                    """)))
    CodeLists codeLists() {
        return ALL;
    }
}
