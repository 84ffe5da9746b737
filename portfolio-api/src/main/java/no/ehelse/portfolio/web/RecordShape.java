package no.ehelse.portfolio.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a record takes, by reflection; each record is looked at once. */
final class RecordShape {

    private static final Map<Class<?>, RecordShape> KNOWN = new ConcurrentHashMap<>();

    private final Constructor<?> constructor;
    private final List<Member> members;

    /**
     * One component.
     *
     * @param type with its type arguments
     * @param nullable whether it is marked so, that is: optional
     * @param unwrapped whether the members of its own record stand among ours
     */
    record Member(String name, Type type, boolean nullable, boolean unwrapped) {

        /** The class, without type arguments. */
        Class<?> raw() {
            return rawOf(type);
        }

        /** The type argument at a place. */
        Type argument(int place) {
            return RecordShape.argument(type, place);
        }
    }

    private RecordShape(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        try {
            constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
        members = Arrays.stream(components)
                .map(component -> new Member(component.getName(), component.getGenericType(), isNullable(component),
                        component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)))
                .toList();
    }

    static RecordShape of(Class<?> type) {
        return KNOWN.computeIfAbsent(type, RecordShape::new);
    }

    private static boolean isNullable(RecordComponent component) {
        AnnotatedType type = component.getAnnotatedType();
        return type.isAnnotationPresent(Nullable.class);
    }

    static Type argument(Type type, int place) {
        return ((ParameterizedType) type).getActualTypeArguments()[place];
    }

    static Class<?> rawOf(Type type) {
        return type instanceof ParameterizedType parameterized ? (Class<?>) parameterized.getRawType()
                : (Class<?>) type;
    }

    /** Whether it is a record around one value, whose component is its JSON: {@code record RoundId(@JsonValue String value)}. */
    static boolean isSingleValue(Class<?> type) {
        return type.isRecord() && type.getRecordComponents().length == 1
                && type.getRecordComponents()[0].getAccessor().isAnnotationPresent(JsonValue.class);
    }

    /** The type of the one value. */
    Class<?> singleValue() {
        return members.getFirst().raw();
    }

    List<Member> members() {
        return members;
    }

    /** The members that a sender knows, those of unwrapped records included. */
    List<Member> allMembers() {
        return members.stream()
                .flatMap(member -> member.unwrapped() ? of(member.raw()).allMembers().stream() : Stream.of(member))
                .toList();
    }

    /** Their names. */
    List<String> names() {
        return allMembers().stream().map(Member::name).toList();
    }

    /**
     * A record of these values.
     *
     * @throws RuntimeException that of its constructor, such as {@link no.ehelse.portfolio.command.InvalidValue}
     */
    Object construct(@Nullable Object... values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException complaint) {
                throw complaint;
            }
            throw new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
