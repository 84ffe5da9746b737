/** The portfolio at a point in both times, tiltak by tiltak. */
@NullMarked
package no.ehelse.portfolio.tiltak.view.portfolio;

import org.jspecify.annotations.NullMarked;
