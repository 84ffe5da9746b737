/** What the modules may know of one another, as rules that are proven to bite. */
@NullMarked
package no.ehelse.portfolio.architecture;

import org.jspecify.annotations.NullMarked;
