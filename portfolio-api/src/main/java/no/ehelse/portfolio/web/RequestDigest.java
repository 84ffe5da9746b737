package no.ehelse.portfolio.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What two requests have in common that ask for the same: a digest over the operation and the command as it was
 * understood, so that the order of members and the format of numbers do not matter.
 *
 * <p>Digests are stored with the events. Members that are null are left out, so that a request keeps its digest when the
 * command gets another optional member.
 */
public final class RequestDigest {

    private static final JsonMapper CANONICAL = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private RequestDigest() {}

    /** The digest of a command, 64 hexadecimal digits; its class names the operation. */
    public static String of(Object command) {
        String content = command.getClass().getSimpleName() + " " + CANONICAL.writeValueAsString(command);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
