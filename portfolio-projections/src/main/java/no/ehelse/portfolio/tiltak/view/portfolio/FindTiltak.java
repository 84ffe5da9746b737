package no.ehelse.portfolio.tiltak.view.portfolio;

import no.ehelse.portfolio.index.Point;
import no.ehelse.portfolio.tiltak.TiltakNumber;

/** Asks for one tiltak at a point. */
public record FindTiltak(TiltakNumber number, Point point) {}
