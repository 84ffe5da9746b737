/** The two times of the portfolio: valid time in days, recorded time in instants. */
@NullMarked
package no.ehelse.portfolio.time;

import org.jspecify.annotations.NullMarked;
