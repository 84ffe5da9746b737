/** The image and the compose files, as far as they can be proven without an engine. */
@NullMarked
package no.ehelse.portfolio.upkeep.start;

import org.jspecify.annotations.NullMarked;
