/** The audit trail over HTTP. */
@NullMarked
package no.ehelse.portfolio.audit.web;

import org.jspecify.annotations.NullMarked;
