package no.ehelse.portfolio.round.view.report;

import org.jspecify.annotations.Nullable;

/** The answer to {@link FindCorrections}; null: there is no such round. */
public record FoundCorrections(@Nullable Corrections corrections) {}
