package no.ehelse.portfolio.web;

import com.fasterxml.jackson.annotation.JsonValue;
import no.ehelse.portfolio.command.Text;

/** A name as a member of a body: not blank, at most {@value Text#NAME} characters. */
public record Name(@JsonValue String value) {

    /** Without surrounding space. */
    public Name {
        value = Text.name("name", value);
    }
}
