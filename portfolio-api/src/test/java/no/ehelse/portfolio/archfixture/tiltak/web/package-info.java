/** Breaks rules of the architecture on purpose. */
@NullMarked
package no.ehelse.portfolio.archfixture.tiltak.web;

import org.jspecify.annotations.NullMarked;
