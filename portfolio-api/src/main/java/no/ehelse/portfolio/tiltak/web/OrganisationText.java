package no.ehelse.portfolio.tiltak.web;

import com.fasterxml.jackson.annotation.JsonValue;
import no.ehelse.portfolio.tiltak.OrganisationReference;
import org.jspecify.annotations.Nullable;

/** An organisation's id, name or alias as a member of a body; blank: not reported. */
record OrganisationText(@JsonValue String value) {

    OrganisationText {
        reference(value); // the domain's own check
    }

    static OrganisationReference reference(@Nullable OrganisationText text) {
        return reference(text == null ? null : text.value());
    }

    private static OrganisationReference reference(@Nullable String text) {
        return new OrganisationReference(text);
    }
}
