/** Secrets that the service makes for itself, in files that only their owner can read. */
@NullMarked
package no.ehelse.portfolio.secrets;

import org.jspecify.annotations.NullMarked;
