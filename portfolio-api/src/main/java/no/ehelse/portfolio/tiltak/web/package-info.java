/** Tiltak over HTTP. */
@NullMarked
package no.ehelse.portfolio.tiltak.web;

import org.jspecify.annotations.NullMarked;
