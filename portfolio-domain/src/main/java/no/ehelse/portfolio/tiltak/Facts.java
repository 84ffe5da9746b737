package no.ehelse.portfolio.tiltak;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Stated values of attributes; an immutable value. An attribute that is not stated is absent, one that is stated as
 * not reported is there with null. In JSON: attribute names with texts, such as {@code {"budgets.2020": "32"}}.
 */
public final class Facts {

    /** Nothing is stated. */
    public static final Facts NONE = new Facts(new Attribute<?>[0], new Object[0]);

    /** In their order; many facts share one array, which is therefore never written. */
    private final Attribute<?>[] attributes;

    private final @Nullable Object[] values;

    /** Made when it is first asked for; threads that ask at once make equal ones. */
    private @Nullable SortedMap<Integer, @Nullable BigDecimal> budgets;

    private Facts(Attribute<?>[] attributes, @Nullable Object[] values) {
        this.attributes = attributes;
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
        return new Facts(values.keySet().toArray(new Attribute<?>[0]), values.values().toArray());
    }

    /** The JSON form: attribute names in their order, values as text. */
    @JsonValue
    public Map<String, @Nullable String> write() {
        Map<String, @Nullable String> texts = new LinkedHashMap<>();
        for (int place = 0; place < attributes.length; place++) {
            texts.put(attributes[place].name(), attributes[place].write(values[place]));
        }
        return texts;
    }

    /** One stated value; null: not reported. */
    public static <T> Facts of(Attribute<T> attribute, @Nullable T value) {
        return NONE.with(attribute, value);
    }

    /** These facts, with one more or another value; null: not reported. */
    public <T> Facts with(Attribute<T> attribute, @Nullable T value) {
        return overwrittenBy(new Facts(new Attribute<?>[] {attribute}, new @Nullable Object[] {value}));
    }

    /** These facts, with an attribute not stated. */
    public Facts without(Attribute<?> attribute) {
        int place = place(attribute);
        if (place < 0) {
            return this;
        }
        Attribute<?>[] fewer = new Attribute<?>[attributes.length - 1];
        @Nullable Object[] left = new @Nullable Object[fewer.length];
        System.arraycopy(attributes, 0, fewer, 0, place);
        System.arraycopy(values, 0, left, 0, place);
        System.arraycopy(attributes, place + 1, fewer, place, fewer.length - place);
        System.arraycopy(values, place + 1, left, place, fewer.length - place);
        return new Facts(fewer, left);
    }

    /** These facts, overwritten by all that the later ones state. */
    public Facts overwrittenBy(Facts later) {
        if (later.attributes.length == 0) {
            return this;
        }
        Attribute<?>[] both = merged(attributes, later.attributes);
        @Nullable Object[] merged = new @Nullable Object[both.length];
        int mine = 0;
        int others = 0;
        for (int place = 0; place < both.length; place++) {
            if (mine < attributes.length && attributes[mine].equals(both[place])) {
                merged[place] = values[mine++];
            }
            if (others < later.attributes.length && later.attributes[others].equals(both[place])) {
                merged[place] = later.values[others++];
            }
        }
        return new Facts(both, merged);
    }

    /** The attributes of either, in their order; the first array itself where it has them all. */
    private static Attribute<?>[] merged(Attribute<?>[] one, Attribute<?>[] other) {
        Attribute<?>[] both = new Attribute<?>[one.length + other.length];
        int count = 0;
        int next = 0;
        for (Attribute<?> attribute : one) {
            while (next < other.length && other[next].compareTo(attribute) < 0) {
                both[count++] = other[next++];
            }
            if (next < other.length && other[next].equals(attribute)) {
                next++;
            }
            both[count++] = attribute;
        }
        while (next < other.length) {
            both[count++] = other[next++];
        }
        return count == one.length ? one : Arrays.copyOf(both, count);
    }

    private int place(Attribute<?> attribute) {
        return Arrays.binarySearch(attributes, attribute);
    }

    /** Whether a value, or that it is not reported, is stated. */
    public boolean state(Attribute<?> attribute) {
        return place(attribute) >= 0;
    }

    /** The stated value; null: not reported, or not stated. */
    @SuppressWarnings("unchecked") // with() and read() put only values of the attribute's own type
    public <T> @Nullable T get(Attribute<T> attribute) {
        int place = place(attribute);
        return place < 0 ? null : (T) values[place];
    }

    /** The stated attributes in their order. */
    public List<Attribute<?>> attributes() {
        return Collections.unmodifiableList(Arrays.asList(attributes));
    }

    /** The budgets of the calendar years that are stated, in million kroner; null: not reported. */
    public SortedMap<Integer, @Nullable BigDecimal> budgets() {
        SortedMap<Integer, @Nullable BigDecimal> made = budgets;
        if (made == null) {
            made = new TreeMap<>();
            for (int place = 0; place < attributes.length; place++) {
                if (attributes[place].isBudget()) {
                    made.put(attributes[place].year(), (BigDecimal) values[place]);
                }
            }
            made = Collections.unmodifiableSortedMap(made);
            budgets = made;
        }
        return made;
    }

    /** Whether both say the same, where what is not stated counts as not reported. */
    public boolean sameValuesAs(Facts other) {
        for (Attribute<?> attribute : attributesOfBoth(other)) {
            if (!Objects.equals(get(attribute), other.get(attribute))) {
                return false;
            }
        }
        return true;
    }

    /** The attributes that either states, in their order. */
    public List<Attribute<?>> attributesOfBoth(Facts other) {
        return Collections.unmodifiableList(Arrays.asList(merged(attributes, other.attributes)));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Facts facts && Arrays.equals(attributes, facts.attributes)
                && Arrays.equals(values, facts.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(attributes) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return write().toString();
    }
}
