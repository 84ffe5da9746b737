/** The event store that is an Axon Server: its log, positions, commands and wiring. */
@NullMarked
package no.ehelse.portfolio.axonserver;

import org.jspecify.annotations.NullMarked;
