package no.ehelse.portfolio.projection;

import java.util.Locale;

/** One of the two sets of tables of the read model, which are alike: one serves while the other is rebuilt. */
public enum TableSet {
    A,
    B;

    /** The letter that the names of its tables end with, and that the tables of the read model's state call it by. */
    public String letter() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The set of that letter. */
    public static TableSet of(String letter) {
        return valueOf(letter.toUpperCase(Locale.ROOT));
    }

    /** The other set. */
    public TableSet other() {
        return this == A ? B : A;
    }
}
