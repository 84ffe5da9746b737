/** The upkeep of a store that no service runs on, as commands of the executable jar. */
@NullMarked
package no.ehelse.portfolio.upkeep.commandline;

import org.jspecify.annotations.NullMarked;
