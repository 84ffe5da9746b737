package no.ehelse.portfolio.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import no.ehelse.portfolio.codelist.Code;
import no.ehelse.portfolio.tiltak.Activity;
import no.ehelse.portfolio.tiltak.Attribute;
import no.ehelse.portfolio.tiltak.Phase;
import no.ehelse.portfolio.tiltak.Risk;
import no.ehelse.portfolio.tiltak.Segment;
import no.ehelse.portfolio.tiltak.Status;
import no.ehelse.portfolio.tiltak.TiltakNumber;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * The portfolio as a CSV file for spreadsheets, in the layout of 2022 and with a column for each budget year, so that
 * what is written can be imported again.
 *
 * <pre>{@code
 * byte[] file = PortfolioSheet.of(rows); // served as text/csv;charset=UTF-8
 * }</pre>
 */
public final class PortfolioSheet {

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT.builder()
            .setDelimiter(';')
            .setRecordSeparator("\r\n")
            .get();
    private static final List<Attribute<?>> ORDER = List.of(Attribute.SEGMENT, Attribute.ORGANISATION, Attribute.NAME,
            Attribute.PHASE, Attribute.ACTIVITY, Attribute.STATUS, Attribute.RISK, Attribute.FOCUS_AREA);

    /** The place of the portfolio number. */
    static final int NUMBER = 1;

    /**
     * One tiltak of the portfolio. Everything but number, name and activity is null where it is not reported or not
     * asked.
     *
     * @param organisation the organisation's name
     * @param budgets amounts in million kroner by year
     */
    public record Row(@Nullable Segment segment, TiltakNumber number, @Nullable String organisation, String name,
            @Nullable Phase phase, Activity activity, @Nullable Status status, @Nullable Risk risk,
            @Nullable Area focusArea, Map<Integer, @Nullable BigDecimal> budgets) {

        /** Copies the budgets. */
        public Row {
            budgets = Collections.unmodifiableSortedMap(new TreeMap<>(budgets));
        }
    }

    /**
     * A focus area.
     *
     * @param code such as {@code 1.1}
     * @param title the Norwegian title
     */
    public record Area(String code, String title) {}

    private PortfolioSheet() {}

    /**
     * The file: semicolons, UTF-8 with byte order mark, CRLF, decimal comma, Norwegian labels.
     *
     * @param rows the tiltak in the order in which they are written
     */
    public static byte[] of(List<Row> rows) {
        SortedSet<Integer> years = years(rows);
        StringBuilder text = new StringBuilder("\uFEFF");
        try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
            printer.printRecord(headings(years));
            for (Row row : rows) {
                printer.printRecord(cells(row, years));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The years that have a budget column: those that any tiltak has a budget for, reported or not. */
    static SortedSet<Integer> years(List<Row> rows) {
        SortedSet<Integer> years = new TreeSet<>();
        rows.forEach(row -> years.addAll(row.budgets().keySet()));
        return years;
    }

    /** The heading line. */
    static List<String> headings(SortedSet<Integer> years) {
        List<String> headings = new ArrayList<>();
        Layout layout = new Layout2022();
        ORDER.forEach(attribute -> headings.add(layout.heading(attribute)));
        headings.add(NUMBER, Layout.NUMBER);
        years.forEach(year -> headings.add(Layout.budget(year)));
        return headings;
    }

    /** The cells of a tiltak up to its budgets; empty where nothing is reported. */
    static List<String> texts(Row row) {
        return List.of(label(row.segment()), row.number().toString(),
                row.organisation() == null ? "" : CellText.guarded(row.organisation()),
                CellText.guarded(row.name()), label(row.phase()), label(row.activity()), label(row.status()),
                label(row.risk()),
                row.focusArea() == null ? "" : row.focusArea().code() + " - " + row.focusArea().title());
    }

    private static List<String> cells(Row row, SortedSet<Integer> years) {
        List<String> cells = new ArrayList<>(texts(row));
        for (Integer year : years) {
            BigDecimal amount = row.budgets().get(year);
            cells.add(amount == null ? "" : amount.toPlainString().replace('.', ','));
        }
        return cells;
    }

    private static String label(@Nullable Code code) {
        return code == null ? "" : code.nb();
    }
}
