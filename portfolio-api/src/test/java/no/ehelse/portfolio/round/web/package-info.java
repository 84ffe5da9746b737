/** Reports of rounds over HTTP. */
@NullMarked
package no.ehelse.portfolio.round.web;

import org.jspecify.annotations.NullMarked;
