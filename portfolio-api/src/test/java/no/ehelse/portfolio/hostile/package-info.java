/** Requests that nobody should send: what is beyond the limits, and at random whatever is worse. */
@NullMarked
package no.ehelse.portfolio.hostile;

import org.jspecify.annotations.NullMarked;
