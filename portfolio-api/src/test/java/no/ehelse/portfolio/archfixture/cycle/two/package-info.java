/** Breaks rules of the architecture on purpose. */
@NullMarked
package no.ehelse.portfolio.archfixture.cycle.two;

import org.jspecify.annotations.NullMarked;
