package no.ehelse.portfolio.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.stereotype.Component;

/** Hands the bodies marked {@link JsonBody} to the {@link BodyReader}. */
@Component
final class JsonBodies extends AbstractHttpMessageConverter<Object> {

    private static final byte[] EMPTY = "{}".getBytes(StandardCharsets.UTF_8);

    private final BodyReader reader;

    JsonBodies(BodyReader reader) {
        super(MediaType.APPLICATION_JSON);
        this.reader = reader;
    }

    @Override
    protected boolean supports(Class<?> type) {
        return type.isAnnotationPresent(JsonBody.class);
    }

    @Override
    protected boolean canWrite(@Nullable MediaType mediaType) {
        return false;
    }

    @Override
    protected Object readInternal(Class<?> type, HttpInputMessage message) throws IOException {
        MediaType sent = message.getHeaders().getContentType();
        if (sent != null && sent.getCharset() != null && !sent.getCharset().equals(StandardCharsets.UTF_8)) {
            throw new ProblemException(ProblemCode.UNSUPPORTED_MEDIA_TYPE, "JSON is taken in UTF-8 only.");
        }
        byte[] body = message.getBody().readAllBytes();
        JsonBody annotation = type.getAnnotation(JsonBody.class);
        boolean empty =
                annotation != null && annotation.mayBeEmpty() && new String(body, StandardCharsets.UTF_8).isBlank();
        return reader.read(type, empty ? EMPTY : body);
    }

    @Override
    protected void writeInternal(Object body, HttpOutputMessage message) {
        throw new UnsupportedOperationException("bodies are only read");
    }
}
