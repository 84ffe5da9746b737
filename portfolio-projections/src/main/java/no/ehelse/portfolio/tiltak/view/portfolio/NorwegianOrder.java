package no.ehelse.portfolio.tiltak.view.portfolio;

import java.text.Collator;
import java.util.Comparator;
import java.util.Locale;

/** The order of Norwegian texts: æ, ø, å after z. */
public final class NorwegianOrder {

    /** Compares texts; those that a Norwegian reader takes for the same are told apart by their characters. */
    public static final Comparator<String> TEXT = Comparator.<String, String>comparing(text -> text, collator())
            .thenComparing(Comparator.naturalOrder());

    private NorwegianOrder() {}

    private static Comparator<String> collator() {
        Collator collator = Collator.getInstance(Locale.of("nb", "NO"));
        return collator::compare;
    }
}
