/** The service on an Axon Server. */
@NullMarked
package no.ehelse.portfolio.axonserver;

import org.jspecify.annotations.NullMarked;
