package no.ehelse.portfolio.tiltak.web;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import no.ehelse.portfolio.tiltak.Amount;
import org.jspecify.annotations.Nullable;

/** An amount as a member of a body. */
record MillionKroner(@JsonValue BigDecimal value) {

    MillionKroner {
        Amount.checked("amount", value);
    }

    static @Nullable BigDecimal valueOf(@Nullable MillionKroner amount) {
        return amount == null ? null : amount.value();
    }
}
