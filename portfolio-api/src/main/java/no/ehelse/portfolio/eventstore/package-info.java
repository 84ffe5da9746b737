/** The event store, wired by hand: which database, in which order events are appended, and who reads them. */
@NullMarked
package no.ehelse.portfolio.eventstore;

import org.jspecify.annotations.NullMarked;
