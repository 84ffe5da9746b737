/** What commands look up about other aggregates, kept in the same transaction as the events that it follows from. */
@NullMarked
package no.ehelse.portfolio.register;

import org.jspecify.annotations.NullMarked;
