package no.ehelse.portfolio.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.util.function.SingletonSupplier;

/**
 * Compares passwords with their hashes, which is slow on purpose, and remembers for a while that they matched: with HTTP
 * Basic every request brings the password. What is remembered is keyed with a secret of this process.
 */
final class PasswordHashes implements PasswordEncoder {

    private static final String PBKDF2 = "pbkdf2@SpringSecurity_v5_8";
    private static final String OF_THIS_PROCESS = "{process}";
    private static final String OF_NOBODY = OF_THIS_PROCESS + "nobody";
    private static final String MAC = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int REMEMBERED = 1_000;

    private static final Map<String, PasswordEncoder> KNOWN = Map.of("bcrypt", new BCryptPasswordEncoder(), PBKDF2,
            Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8());

    private final PasswordEncoder slow = new DelegatingPasswordEncoder(PBKDF2, KNOWN);
    private final Supplier<String> likeTheOthers;
    private final SecretKeySpec secret;
    private final Cache<String, Boolean> matched =
            Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterWrite(Duration.ofMinutes(10)).build();

    /**
     * Compares with the hashes of users.
     *
     * @param ofUsers every password that does not match takes as long as with the first of them; where there are none, as
     *            with an algorithm of our own choice
     */
    PasswordHashes(Collection<String> ofUsers) {
        likeTheOthers = SingletonSupplier.of(() -> ofUsers.stream()
                .sorted()
                .findFirst()
                .orElseGet(() -> "{bcrypt}" + new BCryptPasswordEncoder().encode(OF_THIS_PROCESS)));
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        secret = new SecretKeySpec(key, MAC);
    }

    /** Whether a text is a hash with an algorithm that is good enough before it. */
    static boolean isKnown(String hash) {
        return KNOWN.keySet().stream().anyMatch(algorithm -> hash.startsWith("{" + algorithm + "}"));
    }

    /**
     * Stands for a password that this process has in clear anyway: what is compared is keyed with a secret of this process,
     * and needs no time.
     */
    String ofKnown(String password) {
        return OF_THIS_PROCESS + digest(password, OF_THIS_PROCESS);
    }

    /** Only asked for what a password is compared with where nobody has the name: nothing matches it. */
    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        return OF_NOBODY;
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        if (password == null || hash == null) {
            return false;
        }
        if (hash.startsWith(OF_THIS_PROCESS)) {
            return MessageDigest.isEqual(hash.getBytes(StandardCharsets.UTF_8),
                    ofKnown(password.toString()).getBytes(StandardCharsets.UTF_8)) || takesAsLong(password);
        }
        String digest = digest(password, hash);
        if (matched.getIfPresent(digest) != null) {
            return true;
        }
        boolean matches = slow.matches(password, hash);
        if (matches) {
            matched.put(digest, Boolean.TRUE);
        }
        return matches;
    }

    /** How long it takes says neither that there is no such user, nor that it is the office. */
    private boolean takesAsLong(CharSequence password) {
        boolean unused = slow.matches(password, likeTheOthers.get());
        return false;
    }

    private String digest(CharSequence password, String hash) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(secret);
            mac.update(hash.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return HexFormat.of().formatHex(mac.doFinal(password.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
