/** The way of a request through the service as a trace: only where an operator has said where traces are sent to. */
@NullMarked
package no.ehelse.portfolio.tracing;

import org.jspecify.annotations.NullMarked;
