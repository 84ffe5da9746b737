package no.ehelse.portfolio.tiltak;

import no.ehelse.portfolio.command.Text;
import org.jspecify.annotations.Nullable;

/**
 * How a command names an organisation.
 *
 * @param text an id, a name or an alias; null: not reported
 */
public record OrganisationReference(@Nullable String text) {

    /** Blank is not reported. */
    public OrganisationReference {
        text = text == null || Text.isBlank(text) ? null : Text.name("organisation", text);
    }
}
