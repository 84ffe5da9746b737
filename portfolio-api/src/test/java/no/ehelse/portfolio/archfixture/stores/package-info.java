/** Tests that are on the wrong side. */
@NullMarked
package no.ehelse.portfolio.archfixture.stores;

import org.jspecify.annotations.NullMarked;
