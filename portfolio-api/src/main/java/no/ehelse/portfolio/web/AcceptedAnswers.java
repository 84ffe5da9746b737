package no.ehelse.portfolio.web;

import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.accept.ContentNegotiationStrategy;
import org.springframework.web.context.request.NativeWebRequest;

/**
 * Which media types a request takes answers in. Their parameters are nothing to go by: there is one JSON, in UTF-8; and what
 * could not be answered in another charset would be found out only after a command was recorded.
 */
final class AcceptedAnswers implements ContentNegotiationStrategy {

    @Override
    public List<MediaType> resolveMediaTypes(NativeWebRequest request) throws HttpMediaTypeNotAcceptableException {
        String[] headers = Objects.requireNonNullElse(request.getHeaderValues(HttpHeaders.ACCEPT), new String[0]);
        List<MediaType> types = types(String.join(",", headers));
        if (types.isEmpty()) {
            throw new HttpMediaTypeNotAcceptableException("nothing is accepted");
        }
        return types.stream().map(type -> new MediaType(type.getType(), type.getSubtype())).toList();
    }

    private static List<MediaType> types(String accept) throws HttpMediaTypeNotAcceptableException {
        try {
            return AcceptedTypes.of(accept);
        } catch (ProblemException unreadable) {
            throw new HttpMediaTypeNotAcceptableException(String.valueOf(unreadable.getMessage()));
        }
    }
}
