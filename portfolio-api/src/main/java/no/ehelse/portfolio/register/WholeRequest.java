package no.ehelse.portfolio.register;

import java.util.Optional;
import no.ehelse.portfolio.command.RequestKey;

/**
 * A request with an idempotency key that is many commands: each of its events carries the key, with the scope before it
 * and the part of the request after it, so that no key of a single command is like it.
 *
 * @param scope what the key is unique within, without space: {@code import:2020-10}
 * @param key the sender's key, visible characters
 * @param digest over the operation and its content
 */
public record WholeRequest(String scope, String key, String digest) {

    private static final int WORDS = 3;

    /**
     * The key of one of its commands.
     *
     * @param part which one, without space
     */
    public RequestKey part(String part) {
        return new RequestKey(prefix() + part, digest);
    }

    /** Whether a command was part of it. */
    public boolean hasPart(RequestKey request) {
        return request.key().startsWith(prefix());
    }

    /** Which part of its request a command was. */
    public static String nameOf(RequestKey part) {
        return part.key().substring(part.key().lastIndexOf(' ') + 1);
    }

    private String prefix() {
        return scope + " " + key + " ";
    }

    /** The request that a command's key is of; empty: it is the key of a command that stood alone. */
    static Optional<WholeRequest> withPart(RequestKey part) {
        String[] words = part.key().split(" ", -1);
        return words.length == WORDS ? Optional.of(new WholeRequest(words[0], words[1], part.digest()))
                : Optional.empty();
    }
}
