package no.ehelse.portfolio.evidence;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The secret keys that seals were made with, the present one last. A key is known by the first digits of its SHA-256. */
public final class SealKeys {

    private static final String ALGORITHM = "HmacSHA256";

    private final Map<String, SecretKeySpec> keys = new LinkedHashMap<>();
    private String present = "";

    /** Whether something bears the seal that it must. */
    public enum Check {
        /** It is as it was when it was sealed. */
        FITS,
        /** It is not what was sealed. */
        BROKEN,
        /** Whoever sealed it had another key. */
        UNKNOWN_KEY
    }

    /**
     * The keys of a key file, each 64 hexadecimal digits.
     *
     * @throws IllegalArgumentException if there is none, or one is something else
     */
    SealKeys(List<String> hexadecimal) {
        for (String line : hexadecimal) {
            if (!line.matches("[0-9a-f]{64}")) {
                throw new IllegalArgumentException("every line is a key of 64 hexadecimal digits, in lower case");
            }
            byte[] key = HexFormat.of().parseHex(line);
            present = Sha256.of("key ", line).substring(0, 8);
            keys.put(present, new SecretKeySpec(key, ALGORITHM));
        }
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("there is no key");
        }
    }

    /** Whether the key of that identifier is among them. */
    public boolean have(String identifier) {
        return keys.containsKey(identifier);
    }

    /** The seal of the event that takes a place. */
    public Seal seal(long place, CanonicalForm form) {
        return new Seal(present, place, mac(keys.get(present), sealed(place, form)));
    }

    /** Whether an event is the one that was sealed. */
    public Check check(Seal seal, CanonicalForm form) {
        return check(seal.key(), sealed(seal.place(), form), seal.mac());
    }

    /** A head as it is kept. */
    public String sealed(LogHead head) {
        return new LogHead.Sealed(head, present, mac(keys.get(present), head.form())).text();
    }

    /**
     * The head that was kept.
     *
     * @param kept as {@link #sealed(LogHead)} wrote it
     * @return null where this service cannot have written it
     */
    public @Nullable LogHead head(@Nullable String kept) {
        LogHead.Sealed sealed = LogHead.Sealed.parse(kept);
        return sealed != null && check(sealed.key(), sealed.head().form(), sealed.mac()) == Check.FITS ? sealed.head()
                : null;
    }

    private static String sealed(long place, CanonicalForm form) {
        return "place " + place + "\n" + form.text();
    }

    private Check check(String key, String text, String mac) {
        SecretKeySpec secret = keys.get(key);
        if (secret == null) {
            return Check.UNKNOWN_KEY;
        }
        byte[] expected = mac(secret, text).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(expected, mac.getBytes(StandardCharsets.US_ASCII)) ? Check.FITS : Check.BROKEN;
    }

    private static String mac(@Nullable SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
