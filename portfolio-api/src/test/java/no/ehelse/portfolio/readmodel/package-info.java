/** The read model through its real processor, on a real store. */
@NullMarked
package no.ehelse.portfolio.readmodel;

import org.jspecify.annotations.NullMarked;
