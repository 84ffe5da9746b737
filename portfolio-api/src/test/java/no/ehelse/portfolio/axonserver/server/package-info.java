/** A double of an Axon Server that speaks its protocol over a real port. */
@NullMarked
package no.ehelse.portfolio.axonserver.server;

import org.jspecify.annotations.NullMarked;
