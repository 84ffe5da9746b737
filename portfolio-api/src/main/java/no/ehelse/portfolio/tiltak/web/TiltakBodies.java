package no.ehelse.portfolio.tiltak.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import no.ehelse.portfolio.round.RoundId;
import no.ehelse.portfolio.tiltak.Activity;
import no.ehelse.portfolio.tiltak.Attribute;
import no.ehelse.portfolio.tiltak.Comments;
import no.ehelse.portfolio.tiltak.Facts;
import no.ehelse.portfolio.tiltak.FocusAreaCode;
import no.ehelse.portfolio.tiltak.Phase;
import no.ehelse.portfolio.tiltak.RemovalReason;
import no.ehelse.portfolio.tiltak.Risk;
import no.ehelse.portfolio.tiltak.Segment;
import no.ehelse.portfolio.tiltak.Status;
import no.ehelse.portfolio.tiltak.TiltakCommand.RegisterTiltak;
import no.ehelse.portfolio.tiltak.TiltakCommand.RemoveTiltak;
import no.ehelse.portfolio.tiltak.TiltakCommand.SubmitReport;
import no.ehelse.portfolio.tiltak.TiltakNumber;
import no.ehelse.portfolio.web.JsonBody;
import no.ehelse.portfolio.web.Name;
import no.ehelse.portfolio.web.OrNull;
import no.ehelse.portfolio.web.Remark;
import no.ehelse.portfolio.web.Stated;
import org.jspecify.annotations.Nullable;

/** The body of every command on a tiltak. */
final class TiltakBodies {

    private TiltakBodies() {}

    /** Registers a tiltak. */
    @JsonBody
    @Schema(example = """
            {"number": 9001, "name": "Felles språk", "effectiveFrom": "2020-03-01", "organisation": "Direktoratet for e-helse",
             "status": "YELLOW", "segment": "COORDINATE", "phase": "EXECUTE", "budgets": {"2020": 32, "2021": null}}""")
    record TiltakRegistration(TiltakNumber number, Name name, @JsonUnwrapped CommonMembers common,
            @JsonUnwrapped ReportedAttributes attributes, @Nullable Day earliest) {

        RegisterTiltak command() {
            Facts facts = attributes.addedTo(Facts.of(Attribute.NAME, name.value()));
            return new RegisterTiltak(number, common.occasion(), facts, attributes.organisationReference(),
                    Day.valueOf(earliest));
        }
    }

    /** Reports a status. */
    @JsonBody
    @Schema(example = """
            {"status": "RED", "effectiveFrom": "2020-10-09", "round": "2020-10", "comment": "Leverandøren er forsinket"}""")
    record StatusChange(OrNull<Status> status, @JsonUnwrapped CommonMembers common) {}

    /** Assesses a risk. */
    @JsonBody
    @Schema(example = """
            {"risk": "YELLOW", "effectiveFrom": "2020-10-09"}""")
    record RiskAssessment(OrNull<Risk> risk, @JsonUnwrapped CommonMembers common) {}

    /** Changes the phase. */
    @JsonBody
    @Schema(example = """
            {"phase": "EXECUTE", "effectiveFrom": "2020-06-15"}""")
    record PhaseChange(OrNull<Phase> phase, @JsonUnwrapped CommonMembers common) {}

    /** Assigns a segment. */
    @JsonBody
    @Schema(example = """
            {"segment": "GOVERN_JOINTLY", "effectiveFrom": "2020-10-09"}""")
    record SegmentAssignment(OrNull<Segment> segment, @JsonUnwrapped CommonMembers common) {}

    /** Changes the activity. */
    @JsonBody
    @Schema(example = """
            {"activity": "PAUSED", "effectiveFrom": "2021-01-01"}""")
    record ActivityChange(Activity activity, @JsonUnwrapped CommonMembers common) {}

    /** Changes the focus area. */
    @JsonBody
    @Schema(example = """
            {"focusArea": "1.1", "effectiveFrom": "2020-10-09"}""")
    record FocusAreaChange(OrNull<FocusAreaCode> focusArea, @JsonUnwrapped CommonMembers common) {}

    /** Reports the budget of a year in million kroner. */
    @JsonBody
    @Schema(example = """
            {"year": 2021, "amount": 40.5, "effectiveFrom": "2020-10-09", "round": "2020-10"}""")
    record BudgetReport(BudgetYear year, OrNull<MillionKroner> amount, @JsonUnwrapped CommonMembers common) {}

    /** Renames the tiltak. */
    @JsonBody
    @Schema(example = """
            {"name": "Felles språk i helsesektoren", "effectiveFrom": "2021-01-01"}""")
    record Renaming(Name name, @JsonUnwrapped CommonMembers common) {}

    /** Transfers the tiltak to an organisation. */
    @JsonBody
    @Schema(example = """
            {"organisation": "Norsk Helsenett", "effectiveFrom": "2021-01-01"}""")
    record Transfer(OrNull<OrganisationText> organisation, @JsonUnwrapped CommonMembers common) {}

    /** Submits a report in a round; without a day it holds from the round's cut-off on. */
    @JsonBody
    @Schema(example = """
            {"round": "2020-10", "status": "RED", "risk": null, "budgets": {"2021": 40},
             "comments": {"status": "Leverandøren er forsinket"}}""")
    record RoundReport(RoundId round, @Nullable Day effectiveFrom, @Nullable Remark comment,
            @Nullable Boolean correction, Stated<Name> name, @JsonUnwrapped ReportedAttributes attributes,
            @Nullable Explanations comments) {

        SubmitReport command(TiltakNumber number) {
            Name said = name.value();
            Facts named = name.isStated() ? Facts.of(Attribute.NAME, said == null ? null : said.value()) : Facts.NONE;
            return new SubmitReport(number, round, Day.valueOf(effectiveFrom), Remark.text(comment),
                    Boolean.TRUE.equals(correction), attributes.addedTo(named), attributes.organisationReference(),
                    comments == null ? Comments.NONE : comments.comments());
        }
    }

    /** Explains status and risk. */
    record Explanations(@Nullable Remark status, @Nullable Remark risk) {

        Comments comments() {
            return new Comments(Remark.text(status), Remark.text(risk));
        }
    }

    /** Retracts an entry. */
    @JsonBody
    @Schema(example = """
            {"event": "5f8a8a5e-2f6c-4d34-9a3c-0f1d2b3c4d5e", "comment": "Gjaldt et annet tiltak"}""")
    record Retraction(String event, @Nullable Remark comment) {}

    /** Removes the tiltak from the portfolio. */
    @JsonBody
    @Schema(example = """
            {"reason": "CONTINUED_IN", "wayForward": "Videreføres i 9002", "successors": [9002], "effectiveFrom": "2021-06-01"}""")
    record Removal(RemovalReason reason, @Nullable Remark wayForward, @Nullable List<TiltakNumber> successors,
            @Nullable Day earliest, @JsonUnwrapped CommonMembers common) {

        RemoveTiltak command(TiltakNumber number) {
            return new RemoveTiltak(number, common.occasion(), reason, Remark.text(wayForward),
                    successors == null ? List.of() : successors, Day.valueOf(earliest));
        }
    }

    /** Brings the tiltak back into the portfolio. */
    @JsonBody
    @Schema(example = """
            {"effectiveFrom": "2022-01-01", "comment": "Gjenopptatt"}""")
    record Reinstatement(@JsonUnwrapped CommonMembers common) {}
}
