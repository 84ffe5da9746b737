/** Reads the whole log and tells what in it is not as it was recorded. */
@NullMarked
package no.ehelse.portfolio.evidence.verification;

import org.jspecify.annotations.NullMarked;
