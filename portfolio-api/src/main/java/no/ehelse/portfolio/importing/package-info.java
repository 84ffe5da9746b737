/** Whole rounds from and to files: the layouts and their reading rules, the import, the files of the portfolio, the sample. */
@NullMarked
package no.ehelse.portfolio.importing;

import org.jspecify.annotations.NullMarked;
