/** The read model in memory: every version of every tiltak, ready to answer for any point in both times. */
@NullMarked
package no.ehelse.portfolio.index;

import org.jspecify.annotations.NullMarked;
