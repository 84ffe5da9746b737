package no.ehelse.portfolio.security;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import no.ehelse.portfolio.files.SecretFile;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The password of the local user {@value LocalUsers#OFFICE}: configured, or made once and kept in the data folder. */
final class OfficePassword {

    private static final Logger LOG = LoggerFactory.getLogger(OfficePassword.class);

    private static final int BYTES = 18;

    private OfficePassword() {}

    /**
     * The password.
     *
     * @param configured null or blank: nothing is configured
     * @throws IllegalStateException if the file has no password
     */
    static String of(@Nullable String configured, Path folder) {
        if (configured != null && !configured.isBlank()) {
            return configured;
        }
        Path file = folder.resolve("office-password");
        boolean unused = SecretFile.makeIfMissing(file, OfficePassword::made);
        List<String> lines = SecretFile.lines(file);
        if (lines.isEmpty()) {
            throw new IllegalStateException("There is no password in " + file + "; delete the file, and one is made.");
        }
        LOG.info("The password of the user {} is in {}", LocalUsers.OFFICE, file);
        return lines.getFirst();
    }

    private static String made() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
