package no.ehelse.portfolio.tiltak;

import no.ehelse.portfolio.command.Text;
import org.jspecify.annotations.Nullable;

/**
 * The explanations of a status and of a risk in the reporter's words.
 *
 * @param status why the status is what it is; null: not explained
 * @param risk why the risk is what it is; null: not explained
 */
public record Comments(@Nullable String status, @Nullable String risk) {

    /** Nothing is explained. */
    public static final Comments NONE = new Comments(null, null);

    /** Checks the texts, whatever the state. */
    public Comments {
        status = Text.comment("comments.status", status);
        risk = Text.comment("comments.risk", risk);
    }
}
