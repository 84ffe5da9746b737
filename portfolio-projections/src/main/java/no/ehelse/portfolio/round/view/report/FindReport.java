package no.ehelse.portfolio.round.view.report;

import no.ehelse.portfolio.index.Point;
import no.ehelse.portfolio.round.RoundId;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the status report of a round.
 *
 * @param point its cut-off day, and what is known
 * @param edition the published edition that the point is that of; null: of none
 */
public record FindReport(RoundId round, Point point, @Nullable Integer edition) {}
