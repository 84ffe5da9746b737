/** How the service starts faster the next time, and how it is seen from outside whether it has. */
@NullMarked
package no.ehelse.portfolio.upkeep.start;

import org.jspecify.annotations.NullMarked;
