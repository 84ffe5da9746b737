package no.ehelse.portfolio.web;

import static no.ehelse.portfolio.web.ProblemCode.CONCURRENT_CHANGE;
import static no.ehelse.portfolio.web.ProblemCode.EVENT_STORE_UNAVAILABLE;
import static no.ehelse.portfolio.web.ProblemCode.FORBIDDEN;
import static no.ehelse.portfolio.web.ProblemCode.IDEMPOTENCY_KEY_REUSED;
import static no.ehelse.portfolio.web.ProblemCode.INTERNAL_ERROR;
import static no.ehelse.portfolio.web.ProblemCode.INVALID_REQUEST;
import static no.ehelse.portfolio.web.ProblemCode.MALFORMED_REQUEST;
import static no.ehelse.portfolio.web.ProblemCode.NOT_ACCEPTABLE;
import static no.ehelse.portfolio.web.ProblemCode.PAYLOAD_TOO_LARGE;
import static no.ehelse.portfolio.web.ProblemCode.STALE_VERSION;
import static no.ehelse.portfolio.web.ProblemCode.TOO_MANY_REQUESTS;
import static no.ehelse.portfolio.web.ProblemCode.UNAUTHENTICATED;
import static no.ehelse.portfolio.web.ProblemCode.UNSUPPORTED_MEDIA_TYPE;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.web.method.HandlerMethod;

/** Adds to the description of each operation the problems it can meet, and to a command its headers. */
final class ProblemDescription implements GlobalOperationCustomizer {

    private static final List<ProblemCode> OF_ALL = List.of(INVALID_REQUEST, UNAUTHENTICATED, FORBIDDEN, NOT_ACCEPTABLE,
            TOO_MANY_REQUESTS, INTERNAL_ERROR, EVENT_STORE_UNAVAILABLE);
    private static final List<ProblemCode> OF_BODIES = List.of(MALFORMED_REQUEST, PAYLOAD_TOO_LARGE,
            UNSUPPORTED_MEDIA_TYPE);
    private static final List<ProblemCode> OF_COMMANDS = List.of(IDEMPOTENCY_KEY_REUSED, CONCURRENT_CHANGE);

    private final Set<Class<?>> bodies = new LinkedHashSet<>();
    private final AnswerShapes answers = new AnswerShapes();

    /** The records that operations read their bodies into. */
    Set<Class<?>> bodies() {
        return bodies;
    }

    /** The records that operations answer with. */
    AnswerShapes answers() {
        return answers;
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        answers.addAnswersOf(method.getMethod());
        Stream.of(method.getMethodParameters())
                .map(MethodParameter::getParameterType)
                .filter(type -> type.isAnnotationPresent(JsonBody.class))
                .forEach(bodies::add);
        Set<ProblemCode> codes = codes(operation, method);
        if (isCommand(method)) {
            describeCommand(operation, codes.contains(STALE_VERSION));
        }
        Map<Integer, Set<ProblemCode>> byStatus = new TreeMap<>();
        codes.forEach(code -> byStatus
                .computeIfAbsent(code.status(), status -> new TreeSet<>(Comparator.comparing(ProblemCode::code)))
                .add(code));
        byStatus.forEach((status, same) -> operation.getResponses().addApiResponse(status.toString(), response(same)));
        return operation;
    }

    private static boolean isCommand(HandlerMethod method) {
        return Stream.of(method.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType() == CommandHeaders.class);
    }

    private static Set<ProblemCode> codes(Operation operation, HandlerMethod method) {
        Set<ProblemCode> codes = new LinkedHashSet<>(OF_ALL);
        if (operation.getRequestBody() != null) {
            codes.addAll(OF_BODIES);
        }
        if (isCommand(method)) {
            codes.addAll(OF_COMMANDS);
        }
        codes.addAll(said(method.getBeanType().getAnnotation(Meets.class)));
        codes.addAll(said(method.getMethodAnnotation(Meets.class)));
        return codes;
    }

    private static List<ProblemCode> said(@Nullable Meets meets) {
        return meets == null ? List.of() : Arrays.asList(meets.value());
    }

    private static void describeCommand(Operation operation, boolean ofExisting) {
        operation.addParametersItem(header(CommandHeaderReader.IDEMPOTENCY_KEY,
                "1–200 visible characters; the same request with the same key has one effect and one answer"));
        if (ofExisting) {
            operation.addParametersItem(header(CommandHeaderReader.IF_MATCH,
                    "the version that the sender saw, such as \"3\"; * for any"));
        }
        operation.addParametersItem(header(CommandHeaderReader.SOURCE, "which tool sends it, at most 50 characters"));
        operation.getResponses().forEach((status, response) -> {
            response.addHeaderObject("ETag", new Header().description("the version").schema(new StringSchema()));
            if (status.equals("201")) {
                response.addHeaderObject("Location",
                        new Header().description("its address").schema(new StringSchema()));
            }
        });
    }

    private static Parameter header(String name, String description) {
        return new Parameter().in("header")
                .name(name)
                .description(description)
                .required(false)
                .schema(new StringSchema());
    }

    private static ApiResponse response(Set<ProblemCode> codes) {
        Map<String, Example> examples = new LinkedHashMap<>();
        codes.forEach(code -> examples.put(code.code(), new Example().value(example(code))));
        MediaType media = new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"));
        media.setExamples(examples);
        return new ApiResponse()
                .description(codes.stream()
                        .map(code -> "`" + code.code() + "`: " + code.title())
                        .collect(Collectors.joining("; ")))
                .content(new Content().addMediaType("application/problem+json", media));
    }

    private static Map<String, Object> example(ProblemCode code) {
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("type", code.type());
        example.put("title", code.title());
        example.put("status", code.status());
        example.put("detail", "What is the matter this time.");
        example.put("code", code.code());
        if (code == INVALID_REQUEST) {
            example.put("errors",
                    List.of(Map.of("field", "effectiveFrom", "code", "missing", "message",
                            "effectiveFrom is missing")));
        }
        if (code == ProblemCode.ROUND_PUBLISHED) {
            example.put("rounds", List.of("2020-10"));
        }
        return example;
    }

    /** The shape of every problem. */
    static Schema<?> schema() {
        Schema<?> schema = new ObjectSchema().description("What went wrong (RFC 9457)");
        List.of("type", "title", "detail", "code").forEach(name -> schema.addProperty(name, new StringSchema()));
        schema.addProperty("status", new IntegerSchema());
        schema.addProperty("errors", new ArraySchema().items(mistake())
                .description("invalid-request, import-rejected: each mistake that was found"));
        schema.addProperty("rounds", new ArraySchema().items(new StringSchema())
                .description("round-published: the published rounds that it would change"));
        schema.setRequired(List.of("type", "title", "status", "detail", "code"));
        return schema;
    }

    /** A mistake says where it is: in which member, or in which row and column of a file. */
    private static Schema<?> mistake() {
        Schema<?> schema = new ObjectSchema();
        List.of("field", "column", "code", "message").forEach(name -> schema.addProperty(name, new StringSchema()));
        schema.addProperty("row", new IntegerSchema());
        schema.setRequired(List.of("code", "message"));
        return schema;
    }
}
