package no.ehelse.portfolio.tiltak.view.portfolio;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import no.ehelse.portfolio.index.Point;
import no.ehelse.portfolio.index.Snapshot;
import no.ehelse.portfolio.tiltak.Attribute;
import no.ehelse.portfolio.tiltak.view.TiltakVersion;
import org.jspecify.annotations.Nullable;

/**
 * Which tiltak are wanted.
 *
 * @param keys for each dimension the keys of which one must fit
 * @param text part of the name, in any letter case, or the exact number; null: any
 */
public record Filter(Map<Dimension, Set<String>> keys, @Nullable String text) {

    /** Every tiltak. */
    public static final Filter ALL = new Filter(Map.of(), null);

    /** Copies the keys. */
    public Filter {
        keys = Map.copyOf(keys);
    }

    /** Whether a tiltak is wanted for what holds of it at a point. */
    public boolean wants(TiltakVersion version, Point point, Snapshot snapshot) {
        for (Map.Entry<Dimension, Set<String>> wanted : keys.entrySet()) {
            String key = wanted.getKey().keyOf(version, point.validOn(), snapshot);
            if (!wanted.getValue().contains(key)) {
                return false;
            }
        }
        return text == null || version.number().toString().equals(text.strip()) || folded(
                Objects.requireNonNullElse(version.get(Attribute.NAME), "")).contains(folded(text.strip()));
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
