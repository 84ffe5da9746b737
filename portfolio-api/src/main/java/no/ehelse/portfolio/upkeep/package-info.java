/** What operators do with the store as a whole: back it up, restore it, move it to another one. */
@NullMarked
package no.ehelse.portfolio.upkeep;

import org.jspecify.annotations.NullMarked;
