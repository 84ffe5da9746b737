/** How projectors turn batches of events into rows: once per batch, in the transaction that moves the token. */
@NullMarked
package no.ehelse.portfolio.projection;

import org.jspecify.annotations.NullMarked;
