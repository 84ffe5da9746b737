/** Tiltak: the initiatives of the portfolio, what is reported about them, and the rule by which it holds. */
@NullMarked
package no.ehelse.portfolio.tiltak;

import org.jspecify.annotations.NullMarked;
