/** Organisations over HTTP. */
@NullMarked
package no.ehelse.portfolio.organisation.web;

import org.jspecify.annotations.NullMarked;
