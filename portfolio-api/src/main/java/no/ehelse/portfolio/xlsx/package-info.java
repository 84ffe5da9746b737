/** Workbooks in xlsx, read without trusting them: every size is bounded, nothing is computed, nothing is fetched. */
@NullMarked
package no.ehelse.portfolio.xlsx;

import org.jspecify.annotations.NullMarked;
