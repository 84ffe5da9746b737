/** How the portfolio differs between two points in both times. */
@NullMarked
package no.ehelse.portfolio.tiltak.view.changes;

import org.jspecify.annotations.NullMarked;
