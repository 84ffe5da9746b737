/** The upkeep of a store, proven. */
@NullMarked
package no.ehelse.portfolio.upkeep.commandline;

import org.jspecify.annotations.NullMarked;
