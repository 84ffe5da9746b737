package no.ehelse.portfolio.round.view.report;

import org.jspecify.annotations.Nullable;

/** The answer to {@link FindReport}; null: there is no such round. */
public record FoundReport(@Nullable StatusReport report) {}
