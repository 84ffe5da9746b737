/** The upkeep of the store over HTTP. */
@NullMarked
package no.ehelse.portfolio.upkeep.web;

import org.jspecify.annotations.NullMarked;
