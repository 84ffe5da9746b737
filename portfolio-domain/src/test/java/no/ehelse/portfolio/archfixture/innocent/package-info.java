/** A package that keeps every rule. */
@NullMarked
package no.ehelse.portfolio.archfixture.innocent;

import org.jspecify.annotations.NullMarked;
