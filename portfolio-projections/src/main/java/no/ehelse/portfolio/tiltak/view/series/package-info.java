/** How many tiltak there are at several points in both times. */
@NullMarked
package no.ehelse.portfolio.tiltak.view.series;

import org.jspecify.annotations.NullMarked;
