package no.ehelse.portfolio.web;

import com.fasterxml.jackson.annotation.JsonValue;
import no.ehelse.portfolio.command.Text;
import org.jspecify.annotations.Nullable;

/** A running text as a member of a body: at most {@value Text#COMMENT} characters. */
public record Remark(@JsonValue String value) {

    /** Checked, whatever it is about. */
    public Remark {
        Text.comment("comment", value);
    }

    /** The text of a remark; null where there is none. */
    public static @Nullable String text(@Nullable Remark remark) {
        return remark == null ? null : remark.value();
    }
}
