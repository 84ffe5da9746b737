package no.ehelse.portfolio.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.ehelse.portfolio.command.InvalidValue;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Reads query parameters into records, strictly, and complains about everything that is wrong at once.
 *
 * <pre>{@code
 * record Filters(List<Segment> segment, @Nullable String q) {}
 * record Point(@Nullable LocalDate at, @Nullable RoundId round, @Nullable Boolean published) {
 *     Point {
 *         if (at != null && round != null) {
 *             throw new InvalidValue("at", "contradiction", "at and round exclude each other");
 *         }
 *     }
 * }
 *
 * @GetMapping("/api/portfolio")
 * Portfolio portfolio(@ParameterObject Point point, @ParameterObject Filters filters) { … }
 * }</pre>
 *
 * <p>A component is a parameter of its name. Marked {@code @Nullable} it is optional, otherwise required; a
 * {@code List} may repeat and is empty where there is none, anything else may be given once. An unmarked component with
 * {@link com.fasterxml.jackson.annotation.JsonUnwrapped} is a record whose components are parameters too. Types are those
 * of {@link SingleValues}; further ones are declared as {@link ParameterType} beans. Whatever a record's constructor
 * throws as {@link InvalidValue} is a mistake in the request.
 *
 * <p>A parameter that no record of the handler method has, and no {@link RequestParam}, is a mistake too: also on methods
 * that take none.
 */
@Component
public final class ParameterReader implements HandlerInterceptor, HandlerMethodArgumentResolver {

    private static final String READ = ParameterReader.class.getName();

    private final SingleValues values;

    ParameterReader(SingleValues values) {
        this.values = values;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        boolean ours = handler instanceof HandlerMethod method
                && method.getBeanType().getName().startsWith("no.ehelse.portfolio.");
        if (ours && request.getDispatcherType() != DispatcherType.ERROR) {
            request.setAttribute(READ, read((HandlerMethod) handler, QueryString.of(request.getQueryString())));
        }
        return true;
    }

    private Map<Integer, Object> read(HandlerMethod method, QueryString query) {
        List<FieldError> errors = new ArrayList<>();
        Map<Integer, Object> arguments = new HashMap<>();
        Set<String> known = new LinkedHashSet<>();
        for (MethodParameter parameter : method.getMethodParameters()) {
            RequestParam single = parameter.getParameterAnnotation(RequestParam.class);
            if (single != null) {
                known.add(single.name().isEmpty() ? String.valueOf(parameter.getParameterName()) : single.name());
            }
            if (supportsParameter(parameter)) {
                known.addAll(RecordShape.of(parameter.getParameterType()).names());
                Object argument = bind(RecordShape.of(parameter.getParameterType()), query, errors);
                if (argument != null) {
                    arguments.put(parameter.getParameterIndex(), argument);
                }
            }
        }
        query.names()
                .stream()
                .filter(name -> !known.contains(name))
                .forEach(
                        name -> errors.add(new FieldError(name, "unknown", "there is no parameter " + name + " here")));
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return arguments;
    }

    private @Nullable Object bind(RecordShape shape, QueryString query, List<FieldError> errors) {
        int before = errors.size();
        List<@Nullable Object> components = new ArrayList<>();
        for (RecordShape.Member member : shape.members()) {
            try {
                components.add(member.unwrapped() ? bind(RecordShape.of(member.raw()), query, errors)
                        : value(member, query.valuesOf(member.name())));
            } catch (InvalidValue e) {
                errors.add(new FieldError(e.field(), e.code(), String.valueOf(e.getMessage())));
            }
        }
        if (errors.size() > before) {
            return null;
        }
        try {
            return shape.construct(components.toArray());
        } catch (InvalidValue e) {
            errors.add(new FieldError(e.field(), e.code(), String.valueOf(e.getMessage())));
            return null;
        }
    }

    private @Nullable Object value(RecordShape.Member member, List<String> texts) {
        String name = member.name();
        if (member.raw() == List.class) {
            Class<?> type = RecordShape.rawOf(member.argument(0));
            return texts.stream().map(text -> values.ofText(name, type, text)).toList();
        }
        if (texts.size() > 1) {
            throw new InvalidValue(name, "repeated", name + " is given once only");
        }
        if (texts.isEmpty()) {
            if (member.nullable()) {
                return null;
            }
            throw new InvalidValue(name, "missing", name + " is missing");
        }
        return values.ofText(name, member.raw(), texts.getFirst());
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(ParameterObject.class) && parameter.getParameterType().isRecord();
    }

    @Override
    public @Nullable Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
            NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
        Object read = request.getAttribute(READ, RequestAttributes.SCOPE_REQUEST);
        return read instanceof Map<?, ?> arguments ? arguments.get(parameter.getParameterIndex()) : null;
    }
}
