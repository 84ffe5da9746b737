/** Traces, as a receiver of them sees them. */
@NullMarked
package no.ehelse.portfolio.tracing;

import org.jspecify.annotations.NullMarked;
