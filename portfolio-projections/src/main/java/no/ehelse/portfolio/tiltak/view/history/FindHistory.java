package no.ehelse.portfolio.tiltak.view.history;

import no.ehelse.portfolio.tiltak.TiltakNumber;

/**
 * Asks for everything that was recorded about a tiltak.
 *
 * @param position up to which place in the stream it is known
 */
public record FindHistory(TiltakNumber number, long position) {}
