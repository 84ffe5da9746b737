package no.ehelse.portfolio.web;

import org.jspecify.annotations.Nullable;

/**
 * What the headers of a command say; an argument of every command's handler method.
 *
 * @param idempotencyKey the sender's key; null: none
 * @param ifMatch which version the sender saw; null: not said
 * @param source the tool that sends it; null: not said
 */
public record CommandHeaders(@Nullable String idempotencyKey, @Nullable IfMatch ifMatch, @Nullable String source) {

    /**
     * The version that has to be the current one.
     *
     * @param version as in ETags; null: any that exists
     */
    public record IfMatch(@Nullable Long version) {}
}
