package no.ehelse.portfolio.round.view.report;

import org.jspecify.annotations.Nullable;

/**
 * A figure's value before and after; null: nothing is said of it.
 *
 * @param figure its name
 */
public record FigureChange(String figure, @Nullable FigureValue before, @Nullable FigureValue after) {}
