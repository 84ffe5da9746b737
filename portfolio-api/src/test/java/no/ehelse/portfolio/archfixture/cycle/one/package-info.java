/** Breaks rules of the architecture on purpose. */
@NullMarked
package no.ehelse.portfolio.archfixture.cycle.one;

import org.jspecify.annotations.NullMarked;
