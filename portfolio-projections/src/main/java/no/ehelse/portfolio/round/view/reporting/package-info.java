/** The questions about reporting rounds: which there are, and who reported in them. */
@NullMarked
package no.ehelse.portfolio.round.view.reporting;

import org.jspecify.annotations.NullMarked;
