package no.ehelse.portfolio.web;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.ehelse.portfolio.command.InvalidValue;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Reads JSON bodies into records, strictly, and complains about everything that is wrong at once.
 *
 * <p>A component is a member of its name: required and not null, unless it is marked {@code @Nullable} (absent or null:
 * null), an {@link OrNull} (required, may be null) or a {@link Stated} (absent, null or a value). Its type is one of
 * {@link SingleValues}, a {@code List}, a {@code Map} by single values, or another record, whose members stand among
 * ours where the component has {@link com.fasterxml.jackson.annotation.JsonUnwrapped}. Whatever a record's constructor
 * throws as {@link InvalidValue} is a mistake in the request.
 */
@Component
final class BodyReader {

    private final SingleValues values;

    BodyReader(SingleValues values) {
        this.values = values;
    }

    /**
     * The record of a body.
     *
     * @throws ProblemException if it is not JSON, or anything in it is wrong
     */
    Object read(Class<?> type, byte[] body) {
        List<FieldError> errors = new ArrayList<>();
        Object read = new Reading(errors).record("", type, StrictJson.read(body, errors));
        if (!errors.isEmpty() || read == null) {
            throw ProblemException.invalid(errors);
        }
        return read;
    }

    /** One body being read; null where a part of it is wrong, which is then among the errors. */
    private final class Reading {

        private final List<FieldError> errors;

        private Reading(List<FieldError> errors) {
            this.errors = errors;
        }

        @Nullable Object record(String path, Class<?> type, JsonNode node) {
            if (!node.isObject()) {
                String what = path.isEmpty() ? "body" : path;
                return wrong(
                        new InvalidValue(what, "wrong-type", (path.isEmpty() ? "the " : "") + what + " is an object"));
            }
            Set<String> known = new LinkedHashSet<>(RecordShape.of(type).names());
            for (String name : node.propertyNames()) {
                if (!known.contains(name)) {
                    String field = field(path, name);
                    wrong(new InvalidValue(field, "unknown", "there is no member " + field + " here"));
                }
            }
            return members(path, RecordShape.of(type), node);
        }

        private @Nullable Object members(String path, RecordShape shape, JsonNode node) {
            int before = errors.size();
            List<@Nullable Object> components = new ArrayList<>();
            for (RecordShape.Member member : shape.members()) {
                components.add(member.unwrapped() ? members(path, RecordShape.of(member.raw()), node)
                        : member(field(path, member.name()), member, node.get(member.name())));
            }
            if (errors.size() > before) {
                return null;
            }
            try {
                return shape.construct(components.toArray());
            } catch (InvalidValue e) {
                return wrong(e);
            }
        }

        private @Nullable Object member(String field, RecordShape.Member member, @Nullable JsonNode node) {
            boolean isNull = node == null || node.isNull();
            if (member.raw() == Stated.class) {
                return node == null ? Stated.not()
                        : Stated.as(node.isNull() ? null : value(field, member.argument(0), node));
            }
            if (node == null && !member.nullable()) {
                return wrong(new InvalidValue(field, "missing", field + " is missing"));
            }
            if (member.raw() == OrNull.class) {
                return new OrNull<>(node == null || node.isNull() ? null : value(field, member.argument(0), node));
            }
            if (node == null || isNull) {
                return member.nullable() ? null : wrong(new InvalidValue(field, "null", field + " is never null"));
            }
            return value(field, member.type(), node);
        }

        private @Nullable Object value(String field, Type type, JsonNode node) {
            Class<?> raw = RecordShape.rawOf(type);
            if (values.areOf(raw)) {
                try {
                    return values.ofJson(field, raw, node);
                } catch (InvalidValue e) {
                    return wrong(e);
                }
            }
            if (raw == List.class) {
                return list(field, RecordShape.argument(type, 0), node);
            }
            return raw == Map.class
                    ? map(field, RecordShape.rawOf(RecordShape.argument(type, 0)), RecordShape.argument(type, 1), node)
                    : record(field, raw, node);
        }

        private @Nullable Object list(String field, Type element, JsonNode node) {
            if (!node.isArray()) {
                return wrong(new InvalidValue(field, "wrong-type", field + " is an array"));
            }
            List<@Nullable Object> list = new ArrayList<>();
            for (JsonNode item : node) {
                String place = field + "[" + list.size() + "]";
                list.add(item.isNull() ? wrong(new InvalidValue(place, "null", place + " is never null"))
                        : value(place, element, item));
            }
            return list;
        }

        private @Nullable Object map(String field, Class<?> key, Type element, JsonNode node) {
            if (!node.isObject()) {
                return wrong(new InvalidValue(field, "wrong-type", field + " is an object"));
            }
            Map<Object, @Nullable Object> map = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> entry : node.properties()) {
                String place = field(field, entry.getKey());
                try {
                    RecordShape.Member member = new RecordShape.Member(place, element, false, false);
                    map.put(values.ofText(place, key, entry.getKey()), member(place, member, entry.getValue()));
                } catch (InvalidValue e) {
                    wrong(e);
                }
            }
            return map;
        }

        private static String field(String path, String name) {
            return path.isEmpty() ? name : path + "." + name;
        }

        private @Nullable Object wrong(InvalidValue complaint) {
            errors.add(new FieldError(complaint.field(), complaint.code(), String.valueOf(complaint.getMessage())));
            return null;
        }
    }
}
