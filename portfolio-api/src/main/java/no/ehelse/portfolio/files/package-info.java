/** Files that hold what only their owner may read. */
@NullMarked
package no.ehelse.portfolio.files;

import org.jspecify.annotations.NullMarked;
