package no.ehelse.portfolio.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The records that operations answer with, and what their schemas have to say beside what is generated: every member is
 * there, and which may be null.
 */
final class AnswerShapes {

    private static final String OURS = "no.ehelse.portfolio.";

    /** By the name of their schema. */
    private final Map<String, Class<?>> records = new TreeMap<>();

    /**
     * Takes in what an operation answers with.
     *
     * @throws IllegalStateException if a schema's name would stand for two shapes: one would be described as the other
     */
    void addAnswersOf(Method operation) {
        for (ApiResponse response : operation.getAnnotationsByType(ApiResponse.class)) {
            for (Content content : response.content()) {
                add(content.schema().implementation());
            }
        }
    }

    private void add(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            for (Type argument : parameterized.getActualTypeArguments()) {
                add(argument);
            }
        } else if (type instanceof Class<?> one && one.isRecord() && one.getName().startsWith(OURS)
                && !RecordShape.isSingleValue(one)) {
            addRecord(one);
        }
    }

    private void addRecord(Class<?> one) {
        Class<?> before = records.put(one.getSimpleName(), one);
        if (before == one) {
            return;
        }
        if (before != null && !components(before).equals(components(one))) {
            throw new IllegalStateException(before + " and " + one + " are described as if they were the same");
        }
        for (RecordComponent component : one.getRecordComponents()) {
            add(component.getGenericType());
        }
    }

    private static List<String> components(Class<?> one) {
        List<String> components = new ArrayList<>();
        for (RecordComponent component : one.getRecordComponents()) {
            components.add(component.getName() + " " + component.getGenericType());
        }
        return components;
    }

    /** Completes the schemas of answers; those of request bodies are described elsewhere. */
    void describe(Map<String, Schema<?>> schemas) {
        records.forEach((name, one) -> {
            Schema<?> schema = schemas.get(name);
            if (schema != null && schema.getProperties() != null && schema.getRequired() == null) {
                describe(schema, one);
            }
        });
    }

    private static void describe(Schema<?> schema, Class<?> one) {
        List<String> required = new ArrayList<>();
        for (RecordComponent component : one.getRecordComponents()) {
            String name = nameOf(component);
            Schema<?> property = schema.getProperties().get(name);
            if (property == null || component.getAccessor().isAnnotationPresent(JsonInclude.class)) {
                continue;
            }
            required.add(name);
            if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                schema.getProperties().put(name, NullableSchema.of(property));
            }
        }
        schema.setRequired(required);
    }

    private static String nameOf(RecordComponent component) {
        JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
        return named == null || named.value().isEmpty() ? component.getName() : named.value();
    }
}
