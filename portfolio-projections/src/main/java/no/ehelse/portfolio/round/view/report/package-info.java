/** The status report of a round as data, at any point in recorded time, and what separates a published one from the present. */
@NullMarked
package no.ehelse.portfolio.round.view.report;

import org.jspecify.annotations.NullMarked;
