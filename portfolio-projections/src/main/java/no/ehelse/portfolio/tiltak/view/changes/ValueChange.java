package no.ehelse.portfolio.tiltak.view.changes;

import java.math.BigDecimal;
import no.ehelse.portfolio.command.Change;
import no.ehelse.portfolio.tiltak.Attribute;
import org.jspecify.annotations.Nullable;

/**
 * One attribute's value before and after, in the types that JSON has: amounts are numbers, presence is true or false,
 * everything else is text; null: not reported.
 */
public record ValueChange(String attribute, @Nullable Object before, @Nullable Object after) {

    /** A change with its texts turned into JSON's types. */
    public static ValueChange of(Change change) {
        return new ValueChange(change.attribute(), typed(change.attribute(), change.before()),
                typed(change.attribute(), change.after()));
    }

    private static @Nullable Object typed(String attribute, @Nullable String text) {
        if (text == null) {
            return null;
        }
        if (attribute.startsWith(Attribute.BUDGETS + ".")) {
            return new BigDecimal(text);
        }
        return attribute.equals(Attribute.IN_PORTFOLIO) ? Boolean.valueOf(text) : text;
    }
}
