package no.ehelse.portfolio.importing;

import no.ehelse.portfolio.tiltak.Facts;
import no.ehelse.portfolio.tiltak.OrganisationReference;
import no.ehelse.portfolio.tiltak.TiltakNumber;
import org.jspecify.annotations.Nullable;

/**
 * What one row of a file reports about a tiltak.
 *
 * @param row the line on which it starts; the heading is on line 1
 * @param facts what is stated, but the organisation; the name is always among it
 * @param organisation a known one, or not reported; null: not stated
 */
record ReportRow(int row, TiltakNumber number, Facts facts, @Nullable OrganisationReference organisation) {}
