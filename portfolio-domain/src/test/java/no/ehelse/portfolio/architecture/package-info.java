/** The rules of the module as tests, and the proof that each of them bites. */
@NullMarked
package no.ehelse.portfolio.architecture;

import org.jspecify.annotations.NullMarked;
