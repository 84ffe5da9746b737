/** The read model as part of the running service: its beans, its start, its health. */
@NullMarked
package no.ehelse.portfolio.readmodel;

import org.jspecify.annotations.NullMarked;
