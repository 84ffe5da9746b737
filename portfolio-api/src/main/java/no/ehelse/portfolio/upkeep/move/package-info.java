/** The log on its way to another store: written to a file, and taken over from one. */
@NullMarked
package no.ehelse.portfolio.upkeep.move;

import org.jspecify.annotations.NullMarked;
