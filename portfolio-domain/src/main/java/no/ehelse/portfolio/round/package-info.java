/** Reporting rounds: opened with a cut-off day, closed, published in editions. */
@NullMarked
package no.ehelse.portfolio.round;

import org.jspecify.annotations.NullMarked;
