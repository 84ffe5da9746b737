/** The organisations that answer for tiltak: an identity for ever, a name, aliases, and the group they belong to. */
@NullMarked
package no.ehelse.portfolio.organisation;

import org.jspecify.annotations.NullMarked;
