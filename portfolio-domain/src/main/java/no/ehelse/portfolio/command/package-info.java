/** What all contexts share about commands: the sender's conditions, the answer, the rejection, and invalid values. */
@NullMarked
package no.ehelse.portfolio.command;

import org.jspecify.annotations.NullMarked;
