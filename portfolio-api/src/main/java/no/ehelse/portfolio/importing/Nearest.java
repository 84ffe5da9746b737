package no.ehelse.portfolio.importing;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what somebody probably meant: the known text that the fewest edits turn a text into. */
final class Nearest {

    private Nearest() {}

    /** The known text with the fewest insertions, deletions and replacements of a character, letter case aside. */
    static Optional<String> to(String text, Collection<String> known) {
        String wanted = CellText.folded(text);
        return known.stream()
                .min(Comparator.<String>comparingInt(candidate -> edits(wanted, CellText.folded(candidate)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Levenshtein's distance, one row of his table at a time. */
    private static int edits(String one, String other) {
        int[] above = new int[other.length() + 1];
        for (int column = 0; column <= other.length(); column++) {
            above[column] = column;
        }
        for (int row = 1; row <= one.length(); row++) {
            int[] current = new int[other.length() + 1];
            current[0] = row;
            for (int column = 1; column <= other.length(); column++) {
                int replaced = above[column - 1] + (one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(replaced, Math.min(above[column], current[column - 1]) + 1);
            }
            above = current;
        }
        return above[other.length()];
    }
}
