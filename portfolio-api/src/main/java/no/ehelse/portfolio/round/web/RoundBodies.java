package no.ehelse.portfolio.round.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import no.ehelse.portfolio.round.RoundCommand.OpenRound;
import no.ehelse.portfolio.round.RoundId;
import no.ehelse.portfolio.web.JsonBody;
import no.ehelse.portfolio.web.Name;
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
}
