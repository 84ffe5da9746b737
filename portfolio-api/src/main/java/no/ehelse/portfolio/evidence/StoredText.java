package no.ehelse.portfolio.evidence;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Bytes of the store as a text.
 *
 * @param text the text of which they are the UTF-8; where they are that of none, their base64
 * @param isBase64 whether they are no UTF-8: something that this service never writes
 */
public record StoredText(String text, boolean isBase64) {

    /** The text of stored bytes. */
    public static StoredText of(byte[] stored) {
        try {
            return new StoredText(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(stored)).toString(),
                    false);
        } catch (CharacterCodingException e) {
            return new StoredText(Base64.getEncoder().encodeToString(stored), true);
        }
    }

    /** The stored bytes. */
    public byte[] bytes() {
        return isBase64 ? Base64.getDecoder().decode(text) : text.getBytes(StandardCharsets.UTF_8);
    }
}
