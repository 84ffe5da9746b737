/** Everything that fills a set of tables from the events, live or in a rebuild. */
@NullMarked
package no.ehelse.portfolio.projectors;

import org.jspecify.annotations.NullMarked;
