package no.ehelse.portfolio.importing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.SortedSet;
import no.ehelse.portfolio.xlsx.SpreadsheetText;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * The portfolio as an xlsx workbook: the columns of {@link PortfolioSheet}, with numbers that are numbers, and a heading
 * that stays in sight and filters.
 *
 * <p>Its texts are text cells, which no spreadsheet computes, in the format of text, so that they stay text when somebody
 * edits them. They are guarded all the same: the workbook may be saved on as CSV, and is read by the same rules.
 *
 * <pre>{@code
 * byte[] file = PortfolioWorkbook.of(rows);
 * }</pre>
 */
public final class PortfolioWorkbook {

    private static final String PROGRAM = "Portfolio";
    private static final String VERSION = "1.0";
    private static final String NAME = "Portefølje";
    private static final String TEXT = "@";

    /** In characters: segment, number, organisation, name, phase, activity, status, risk, focus area. */
    private static final List<Integer> WIDTHS = List.of(13, 7, 32, 60, 13, 22, 9, 9, 60);

    private static final int WIDTH_OF_BUDGET = 16;

    private PortfolioWorkbook() {}

    /**
     * The file.
     *
     * @param rows the tiltak in the order in which they are written
     */
    public static byte[] of(List<PortfolioSheet.Row> rows) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(file, PROGRAM, VERSION)) {
            SortedSet<Integer> years = PortfolioSheet.years(rows);
            Worksheet sheet = workbook.newWorksheet(NAME);
            head(sheet, PortfolioSheet.headings(years));
            int line = 1;
            for (PortfolioSheet.Row row : rows) {
                write(sheet, line, row, years);
                line++;
            }
            sheet.setAutoFilter(0, 0, line - 1, WIDTHS.size() + years.size() - 1);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file.toByteArray();
    }

    private static void head(Worksheet sheet, List<String> headings) {
        for (int column = 0; column < headings.size(); column++) {
            sheet.width(column, column < WIDTHS.size() ? WIDTHS.get(column) : WIDTH_OF_BUDGET);
            sheet.value(0, column, headings.get(column));
            sheet.style(0, column).bold().set();
        }
        sheet.freezePane(0, 1);
        sheet.repeatRows(0);
    }

    private static void write(Worksheet sheet, int line, PortfolioSheet.Row row, SortedSet<Integer> years) {
        List<String> texts = PortfolioSheet.texts(row);
        int column = 0;
        for (String text : texts) {
            if (column == PortfolioSheet.NUMBER) {
                sheet.value(line, column, row.number().value());
            } else if (!text.isEmpty()) {
                sheet.value(line, column, SpreadsheetText.encoded(text));
                sheet.style(line, column).format(TEXT).set();
            }
            column++;
        }
        for (Integer year : years) {
            BigDecimal amount = row.budgets().get(year);
            if (amount != null) {
                sheet.value(line, column, amount);
            }
            column++;
        }
    }
}
