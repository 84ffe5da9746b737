/** What is stored and what travels: the JSON of every event for ever, and of every command and rejection. */
@NullMarked
package no.ehelse.portfolio.golden;

import org.jspecify.annotations.NullMarked;
