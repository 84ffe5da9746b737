package no.ehelse.portfolio.tiltak;

import java.math.BigDecimal;
import no.ehelse.portfolio.command.InvalidValue;
import org.jspecify.annotations.Nullable;

/** What an amount of money is here: million kroner, decimal, never negative, in one form per value. */
public final class Amount {

    /** The decimals of a million kroner that are kept: a single krone. */
    public static final int DECIMALS = 6;

    private static final BigDecimal LIMIT = new BigDecimal("1000000000");

    private Amount() {}

    /**
     * The amount in the one form in which equal amounts are equal: 32.0 and 32 are both 32.
     *
     * @param field the member that holds it
     * @param amount in million kroner; null: not reported
     * @throws InvalidValue if it is negative, 1,000,000,000 or more, or finer than a krone
     */
    public static @Nullable BigDecimal checked(String field, @Nullable BigDecimal amount) {
        if (amount == null) {
            return null;
        }
        if (amount.signum() < 0) {
            throw new InvalidValue(field, "negative", field + " is negative");
        }
        if ((amount.signum() > 0 && amount.precision() - (long) amount.scale() > LIMIT.precision())
                || amount.compareTo(LIMIT) >= 0) {
            throw new InvalidValue(field, "out-of-range", field + " is in million kroner, less than 1,000,000,000");
        }
        return plain(field, amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros());
    }

    private static BigDecimal plain(String field, BigDecimal stripped) {
        if (stripped.scale() > DECIMALS) {
            throw new InvalidValue(field, "too-fine", field + " has more than " + DECIMALS + " decimals");
        }
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
