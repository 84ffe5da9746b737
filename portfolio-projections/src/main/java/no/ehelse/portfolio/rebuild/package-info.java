/** Fills the idle set of tables anew from the events while the other one serves, compares the two, and switches. */
@NullMarked
package no.ehelse.portfolio.rebuild;

import org.jspecify.annotations.NullMarked;
