/** Every event of every kind, in stream order. */
@NullMarked
package no.ehelse.portfolio.audit;

import org.jspecify.annotations.NullMarked;
