package no.ehelse.portfolio.organisation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import no.ehelse.portfolio.asof.Answers;
import no.ehelse.portfolio.asof.Points;
import no.ehelse.portfolio.asof.Resolved;
import no.ehelse.portfolio.index.PortfolioIndex;
import no.ehelse.portfolio.organisation.OrganisationGroup;
import no.ehelse.portfolio.organisation.OrganisationId;
import no.ehelse.portfolio.organisation.view.OrganisationView;
import no.ehelse.portfolio.tiltak.view.portfolio.NorwegianOrder;
import no.ehelse.portfolio.web.Meets;
import no.ehelse.portfolio.web.ProblemCode;
import no.ehelse.portfolio.web.ProblemException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The organisations as they are now. */
@RestController
@RequestMapping("/api/organisations")
@Tag(name = "Organisations")
class OrganisationReadingController {

    private final PortfolioIndex index;
    private final Points points;
    private final Answers answers;

    /** Every organisation, by name. */
    record OrganisationList(List<ListedOrganisation> organisations) {}

    /** An organisation as answered. */
    record ListedOrganisation(OrganisationId id, String name, OrganisationGroup group, List<String> aliases) {

        static ListedOrganisation of(OrganisationView organisation) {
            return new ListedOrganisation(organisation.id(), organisation.name(), organisation.group(),
                    organisation.aliases());
        }
    }

    OrganisationReadingController(PortfolioIndex index, Points points, Answers answers) {
        this.index = index;
        this.points = points;
        this.answers = answers;
    }

    @GetMapping
    @Operation(summary = "Every organisation, by name")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "application/json",
            schema = @Schema(implementation = OrganisationList.class), examples = @ExampleObject("""
                    {"organisations": [{"id": "helse-sor-ost-rhf", "name": "Helse Sør-Øst RHF", "group": "REGIONAL_HEALTH_AUTHORITY",
                      "aliases": ["Helse Sør-Øst"]}]}
                    """)))
    ResponseEntity<Object> organisations(HttpServletRequest request) {
        Resolved now = points.now();
        return answers.json(request, now, () -> new OrganisationList(index.snapshot()
                .organisations()
                .stream()
                .map(ListedOrganisation::of)
                .sorted(Comparator.comparing(ListedOrganisation::name, NorwegianOrder.TEXT))
                .toList()));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One organisation")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "application/json",
            schema = @Schema(implementation = ListedOrganisation.class), examples = @ExampleObject("""
                    {"id": "helse-sor-ost-rhf", "name": "Helse Sør-Øst RHF", "group": "REGIONAL_HEALTH_AUTHORITY",
                     "aliases": ["Helse Sør-Øst"]}
                    """)))
    @Meets({ProblemCode.UNKNOWN_ORGANISATION_ID})
    ResponseEntity<Object> organisation(@PathVariable String id, HttpServletRequest request) {
        Resolved now = points.now();
        ListedOrganisation found = index.snapshot()
                .organisations()
                .stream()
                .filter(organisation -> organisation.id().value().equals(id))
                .findFirst()
                .map(ListedOrganisation::of)
                .orElseThrow(() -> new ProblemException(ProblemCode.UNKNOWN_ORGANISATION_ID,
                        "There is no organisation of the id " + id + "."));
        return answers.json(request, now, () -> found);
    }
}
