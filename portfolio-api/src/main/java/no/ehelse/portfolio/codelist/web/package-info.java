/** The code lists over HTTP. */
@NullMarked
package no.ehelse.portfolio.codelist.web;

import org.jspecify.annotations.NullMarked;
