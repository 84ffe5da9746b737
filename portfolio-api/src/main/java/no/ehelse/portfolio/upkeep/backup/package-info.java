/** Backups of the embedded store: one archive each, which was opened and read before it got its name. */
@NullMarked
package no.ehelse.portfolio.upkeep.backup;

import org.jspecify.annotations.NullMarked;
