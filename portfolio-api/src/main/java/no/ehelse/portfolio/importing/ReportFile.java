package no.ehelse.portfolio.importing;

import java.util.List;
import java.util.Set;
import no.ehelse.portfolio.tiltak.TiltakNumber;
import org.jspecify.annotations.Nullable;

/**
 * What was read out of the file of a round.
 *
 * @param layout the name of its layout; null: it is none that is known
 * @param asWritten whether it has the very columns of a {@link PortfolioSheet}, so that it may be one that we wrote
 * @param rows how many rows it has, the heading and blank lines not counted
 * @param reports what the rows without an error say, as they stand in the file
 * @param numbers every portfolio number in the file, also of rows with an error
 */
record ReportFile(@Nullable String layout, boolean asWritten, int rows, List<ReportRow> reports,
        Set<TiltakNumber> numbers,
        List<Finding> warnings, List<Finding> errors) {

    /** Copies the lists. */
    ReportFile {
        reports = List.copyOf(reports);
        numbers = Set.copyOf(numbers);
        warnings = List.copyOf(warnings);
        errors = List.copyOf(errors);
    }
}
