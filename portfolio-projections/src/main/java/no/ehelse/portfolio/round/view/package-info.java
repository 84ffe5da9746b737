/** What is remembered of reporting rounds, and the questions about them. */
@NullMarked
package no.ehelse.portfolio.round.view;

import org.jspecify.annotations.NullMarked;
