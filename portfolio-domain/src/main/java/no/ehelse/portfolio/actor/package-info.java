/** Who sends a command, in which roles, and what is said to those who may not. */
@NullMarked
package no.ehelse.portfolio.actor;

import org.jspecify.annotations.NullMarked;
