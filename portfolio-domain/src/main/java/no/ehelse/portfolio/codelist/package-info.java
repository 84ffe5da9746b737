/** What every code list has in common: codes with Norwegian and English labels. */
@NullMarked
package no.ehelse.portfolio.codelist;

import org.jspecify.annotations.NullMarked;
