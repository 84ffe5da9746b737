package no.ehelse.portfolio.round.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import no.ehelse.portfolio.round.FigureName;
import no.ehelse.portfolio.round.RoundCommand.OpenRound;
import no.ehelse.portfolio.round.RoundCommand.RecordPrintedFigure;
import no.ehelse.portfolio.round.RoundId;
import no.ehelse.portfolio.web.JsonBody;
import no.ehelse.portfolio.web.Name;
import no.ehelse.portfolio.web.Printed;
import no.ehelse.portfolio.web.Remark;
import org.jspecify.annotations.Nullable;

/** The body of every command on a round. */
final class RoundBodies {

    private RoundBodies() {}

    /** Opens a round. */
    @JsonBody
    @Schema(example = """
            {"round": "2020-10", "name": "Status per oktober 2020", "cutOff": "2020-10-09"}""")
    record RoundOpening(RoundId round, Name name, LocalDate cutOff, @Nullable Boolean complete) {

        OpenRound command() {
            return new OpenRound(round, name.value(), cutOff, complete == null || complete);
        }
    }

    /** Closes a round. */
    @JsonBody(mayBeEmpty = true)
    @Schema(example = "{}")
    record RoundClosing() {}

    /** Publishes a round. */
    @JsonBody(mayBeEmpty = true)
    @Schema(example = """
            {"comment": "Budsjettet til 9001 var feil i første utgave"}""")
    record RoundPublication(@Nullable Remark comment) {

        static @Nullable String reason(@Nullable RoundPublication body) {
            return body == null ? null : Remark.text(body.comment());
        }
    }

    /** Records a figure as it was printed. */
    @JsonBody
    @Schema(example = """
            {"name": "budget.2021.amount#kap-3", "value": 1100, "source": "Nasjonal e-helseportefølje november 2020, kap. 3",
             "remark": "Trykt som «rundt 1,1 milliard»"}""")
    record PrintedFigureBody(FigureName name,
            @Schema(types = {
                    "string", "number", "array"},
                    description = "A text, a number, or an array of portfolio numbers") Printed value,
            Name source, @Nullable Remark remark) {

        RecordPrintedFigure command(RoundId round) {
            return new RecordPrintedFigure(round, name, value.value(), source.value(), Remark.text(remark));
        }
    }
}
