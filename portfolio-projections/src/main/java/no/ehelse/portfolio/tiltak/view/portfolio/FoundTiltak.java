package no.ehelse.portfolio.tiltak.view.portfolio;

import org.jspecify.annotations.Nullable;

/**
 * The answer to {@link FindTiltak}.
 *
 * @param known whether any event of the tiltak exists at all
 * @param knownThen whether any event of it was known at the point
 * @param tiltak the tiltak; null: it is not in the portfolio at the point
 */
public record FoundTiltak(boolean known, boolean knownThen, @Nullable TiltakView tiltak) {}
