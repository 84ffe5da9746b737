/** The evidence over HTTP: is the log whole, and the log itself for those who check it themselves. */
@NullMarked
package no.ehelse.portfolio.evidence.web;

import org.jspecify.annotations.NullMarked;
