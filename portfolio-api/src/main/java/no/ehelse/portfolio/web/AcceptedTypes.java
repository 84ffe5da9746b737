package no.ehelse.portfolio.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;

/** The media types that a request accepts. */
public final class AcceptedTypes {

    private AcceptedTypes() {}

    /**
     * Those with a quality above zero, the most wanted first.
     *
     * @param accept the header; null or blank: everything is accepted
     * @throws ProblemException if the header cannot be read
     */
    public static List<MediaType> of(@Nullable String accept) {
        if (accept == null || accept.isBlank()) {
            return List.of(MediaType.ALL);
        }
        try {
            List<MediaType> types = new ArrayList<>(MediaType.parseMediaTypes(accept));
            if (types.size() > RequestLimits.ACCEPTED_TYPES) {
                throw new ProblemException(ProblemCode.NOT_ACCEPTABLE,
                        "The Accept header has more than " + RequestLimits.ACCEPTED_TYPES + " media types.");
            }
            MimeTypeUtils.sortBySpecificity(types);
            types.sort((one, other) -> Double.compare(other.getQualityValue(), one.getQualityValue()));
            types.removeIf(type -> type.getQualityValue() == 0);
            return types;
        } catch (InvalidMediaTypeException malformed) {
            throw new ProblemException(ProblemCode.NOT_ACCEPTABLE, "The Accept header cannot be read.");
        }
    }
}
