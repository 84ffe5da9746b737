package no.ehelse.portfolio.tiltak.web;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import no.ehelse.portfolio.tiltak.Occasion;
import org.jspecify.annotations.Nullable;

/** A day from which something can hold, as a member of a body. */
record Day(@JsonValue LocalDate value) {

    Day {
        Occasion.on(value); // the domain's own check
    }

    static @Nullable LocalDate valueOf(@Nullable Day day) {
        return day == null ? null : day.value();
    }
}
