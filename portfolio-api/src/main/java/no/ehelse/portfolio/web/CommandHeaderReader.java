package no.ehelse.portfolio.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.ehelse.portfolio.web.CommandHeaders.IfMatch;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads the headers of a command. */
@Component
final class CommandHeaderReader implements HandlerMethodArgumentResolver {

    static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    static final String IF_MATCH = "If-Match";
    static final String SOURCE = "Portfolio-Source";

    private static final int LONGEST_KEY = 200;
    private static final int LONGEST_SOURCE = 50;
    private static final Pattern ENTITY_TAG = Pattern.compile("\"([\\x21\\x23-\\x7E\\x80-\\xFF]*)\"");
    private static final Pattern VERSION = Pattern.compile("0|[1-9]\\d{0,17}");
    /** What no aggregate's version is: an entity tag that we never gave matches nothing. */
    private static final long NEVER = -1;

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == CommandHeaders.class;
    }

    @Override
    public CommandHeaders resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
            NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
        List<FieldError> errors = new ArrayList<>();
        String key = single(IDEMPOTENCY_KEY, request, errors);
        if (key != null && !isVisible(key, LONGEST_KEY, false)) {
            errors.add(new FieldError(IDEMPOTENCY_KEY, "malformed",
                    IDEMPOTENCY_KEY + " has 1 to " + LONGEST_KEY + " visible characters"));
        }
        String source = single(SOURCE, request, errors);
        // Not only its characters are counted but the units that a database counts, too: emoji are two each.
        if (source != null && (source.length() > LONGEST_SOURCE || !isVisible(source, LONGEST_SOURCE, true))) {
            errors.add(new FieldError(SOURCE, "malformed", SOURCE + " has 1 to " + LONGEST_SOURCE + " characters"));
        }
        IfMatch ifMatch = ifMatch(single(IF_MATCH, request, errors), errors);
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return new CommandHeaders(key, ifMatch, source);
    }

    private static @Nullable String single(String name, NativeWebRequest request, List<FieldError> errors) {
        String[] values = request.getHeaderValues(name);
        if (values == null || values.length == 0) {
            return null;
        }
        if (values.length > 1) {
            errors.add(new FieldError(name, "repeated", name + " is given once only"));
        }
        return asSent(values[0]);
    }

    /** The server reads headers byte by byte; who sends more than ASCII sends UTF-8. */
    private static String asSent(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.ISO_8859_1);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return value;
        }
    }

    private static boolean isVisible(String text, int longest, boolean withSpaces) {
        return !text.isBlank() && text.codePointCount(0, text.length()) <= longest
                && text.codePoints()
                        .noneMatch(point -> Character.isISOControl(point)
                                || (Character.isWhitespace(point) && !(withSpaces && point == ' ')));
    }

    private static @Nullable IfMatch ifMatch(@Nullable String value, List<FieldError> errors) {
        if (value == null) {
            return null;
        }
        if (value.equals("*")) {
            return new IfMatch(null);
        }
        Matcher tag = ENTITY_TAG.matcher(value);
        if (!tag.matches()) {
            errors.add(new FieldError(IF_MATCH, "malformed", IF_MATCH + " is one ETag, such as \"3\", or *"));
            return null;
        }
        return new IfMatch(VERSION.matcher(tag.group(1)).matches() ? Long.parseLong(tag.group(1)) : NEVER);
    }
}
