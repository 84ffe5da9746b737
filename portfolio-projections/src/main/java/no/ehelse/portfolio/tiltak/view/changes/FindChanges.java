package no.ehelse.portfolio.tiltak.view.changes;

import no.ehelse.portfolio.index.Point;

/** Asks how the portfolio differs between two points in both times. */
public record FindChanges(Point from, Point to) {}
