/** Breaks rules of the architecture on purpose. */
@NullMarked
package no.ehelse.portfolio.archfixture.tiltak.view;

import org.jspecify.annotations.NullMarked;
