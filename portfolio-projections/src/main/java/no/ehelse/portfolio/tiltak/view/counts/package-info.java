/** How many tiltak there are at a point in both times, and with what budgets. */
@NullMarked
package no.ehelse.portfolio.tiltak.view.counts;

import org.jspecify.annotations.NullMarked;
