package no.ehelse.portfolio.round.view.reporting;

import org.jspecify.annotations.Nullable;

/** The answer to {@link FindReporting}; null: there is no such round. */
public record FoundReporting(@Nullable Reporting reporting) {}
