package no.ehelse.portfolio.tiltak;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Stated values of attributes; an immutable value. An attribute that is not stated is absent, one that is stated as
 * not reported is there with null. In JSON: attribute names with texts, such as {@code {"budgets.2020": "32"}}.
 */
public final class Facts {

    /** Nothing is stated. */
    public static final Facts NONE = new Facts(new TreeMap<>());

    private final SortedMap<Attribute<?>, @Nullable Object> values;

    private Facts(SortedMap<Attribute<?>, @Nullable Object> values) {
        this.values = values;
    }

    /** The facts of their JSON form. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Facts read(Map<String, @Nullable String> texts) {
        SortedMap<Attribute<?>, @Nullable Object> values = new TreeMap<>();
        texts.forEach((name, text) -> {
            Attribute<?> attribute = Attribute.named(name);
            values.put(attribute, text == null ? null : attribute.read(text));
        });
        return new Facts(values);
    }

    /** The JSON form: attribute names in their order, values as text. */
    @JsonValue
    public Map<String, @Nullable String> write() {
        Map<String, @Nullable String> texts = new LinkedHashMap<>();
        values.forEach((attribute, value) -> texts.put(attribute.name(), attribute.write(value)));
        return texts;
    }

    /** One stated value; null: not reported. */
    public static <T> Facts of(Attribute<T> attribute, @Nullable T value) {
        return NONE.with(attribute, value);
    }

    /** These facts, with one more or another value; null: not reported. */
    public <T> Facts with(Attribute<T> attribute, @Nullable T value) {
        SortedMap<Attribute<?>, @Nullable Object> more = new TreeMap<>(values);
        more.put(attribute, value);
        return new Facts(more);
    }

    /** These facts, with an attribute not stated. */
    Facts without(Attribute<?> attribute) {
        SortedMap<Attribute<?>, @Nullable Object> fewer = new TreeMap<>(values);
        fewer.remove(attribute);
        return new Facts(fewer);
    }

    /** These facts, overwritten by all that the later ones state. */
    public Facts overwrittenBy(Facts later) {
        if (later.values.isEmpty()) {
            return this;
        }
        SortedMap<Attribute<?>, @Nullable Object> merged = new TreeMap<>(values);
        merged.putAll(later.values);
        return new Facts(merged);
    }

    /** Whether a value, or that it is not reported, is stated. */
    public boolean state(Attribute<?> attribute) {
        return values.containsKey(attribute);
    }

    /** The stated value; null: not reported, or not stated. */
    @SuppressWarnings("unchecked") // with() and read() put only values of the attribute's own type
    public <T> @Nullable T get(Attribute<T> attribute) {
        return (T) values.get(attribute);
    }

    /** The stated attributes in their order. */
    public Set<Attribute<?>> attributes() {
        return Collections.unmodifiableSet(values.keySet());
    }

    /** Whether both say the same, where what is not stated counts as not reported. */
    public boolean sameValuesAs(Facts other) {
        for (Attribute<?> attribute : attributesOfBoth(other)) {
            if (!Objects.equals(values.get(attribute), other.values.get(attribute))) {
                return false;
            }
        }
        return true;
    }

    /** The attributes that either states, in their order. */
    public Set<Attribute<?>> attributesOfBoth(Facts other) {
        if (values.keySet().containsAll(other.values.keySet())) {
            return attributes();
        }
        Set<Attribute<?>> both = new TreeSet<>(values.keySet());
        both.addAll(other.values.keySet());
        return both;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Facts facts && values.equals(facts.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return write().toString();
    }
}
