package no.ehelse.portfolio.tiltak.view;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How two time lines differ.
 *
 * @param gone what is in the first only
 * @param come what is in the second only
 */
record Difference<T>(List<T> gone, List<T> come) {

    static <T> Difference<T> between(List<T> before, List<T> after) {
        int alike = 0;
        while (alike < before.size() && alike < after.size() && before.get(alike).equals(after.get(alike))) {
            alike++;
        }
        List<T> gone = before.subList(alike, before.size());
        List<T> come = after.subList(alike, after.size());
        return new Difference<>(without(gone, new HashSet<>(come)), without(come, new HashSet<>(gone)));
    }

    private static <T> List<T> without(List<T> some, Set<T> others) {
        List<T> left = new ArrayList<>(some.size());
        for (T one : some) {
            if (!others.contains(one)) {
                left.add(one);
            }
        }
        return left;
    }
}
