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
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ObjIntConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Stated values of attributes; an immutable value. An attribute that is not stated is absent, one that is stated as
 * not reported is there with null. In JSON: attribute names with texts, such as {@code {"budgets.2020": "32"}}.
 */
public final class Facts {

    /** Nothing is stated. */
    public static final Facts NONE = new Facts(new Attribute<?>[0], new Object[0]);

    private static final Map<List<Attribute<?>>, Attribute<?>[]> LAYOUTS = new ConcurrentHashMap<>();
    private static final int MOST_LAYOUTS = 1_000;

    /** In their order; many facts share one array, which is therefore never written. */
    private final Attribute<?>[] attributes;

    private final @Nullable Object[] values;

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

    /**
     * The same facts in fewer objects: all that state the same attributes share the list of them.
     *
     * @param pool gives for a value one that is equal to it
     */
    public Facts compact(UnaryOperator<Object> pool) {
        @Nullable Object[] pooled = values.clone();
        for (int place = 0; place < pooled.length; place++) {
            Object value = pooled[place];
            pooled[place] = value == null ? null : pool.apply(value);
        }
        List<Attribute<?>> stated = attributes();
        Attribute<?>[] shared = LAYOUTS.get(stated);
        if (shared == null) {
            shared = attributes;
            if (LAYOUTS.size() < MOST_LAYOUTS) {
                LAYOUTS.put(stated, shared);
            }
        }
        return new Facts(shared, pooled);
    }

    /** The attributes of either, in their order; one of the arrays itself where it has them all. */
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
        return count == one.length ? one : count == other.length ? other : Arrays.copyOf(both, count);
    }

    private int place(Attribute<?> attribute) {
        int usual = attribute.usualPlace();
        return usual < attributes.length && attributes[usual].equals(attribute) ? usual
                : Arrays.binarySearch(attributes, attribute);
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

    /** The budgets of the calendar years that are stated, in their order, in million kroner; null: not reported. */
    public Map<Integer, @Nullable BigDecimal> budgets() {
        return new BudgetsByYear(attributes, values);
    }

    /** Hands over the stated budgets, each with its calendar year, in million kroner; null: not reported. */
    public void eachBudget(ObjIntConsumer<@Nullable BigDecimal> taker) {
        for (int place = attributes.length - 1; place >= 0 && attributes[place].isBudget(); place--) {
            taker.accept((BigDecimal) values[place], attributes[place].year());
        }
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
