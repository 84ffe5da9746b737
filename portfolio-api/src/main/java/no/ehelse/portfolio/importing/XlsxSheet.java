package no.ehelse.portfolio.importing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import no.ehelse.portfolio.xlsx.Cell;
import no.ehelse.portfolio.xlsx.CellAddress;
import no.ehelse.portfolio.xlsx.Row;
import no.ehelse.portfolio.xlsx.UnreadableWorkbook;
import no.ehelse.portfolio.xlsx.Workbook;
import no.ehelse.portfolio.xlsx.WorkbookTooLarge;
import no.ehelse.portfolio.xlsx.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Reads an xlsx workbook: of its visible sheets, the one whose first row has the headings of a layout. What a cell holds
 * becomes the text that the same cell has in a CSV file.
 */
final class XlsxSheet {

    private static final int LONGEST_NAME = 31;
    private static final Semaphore READING = new Semaphore(FileLimits.WORKBOOKS, true);

    private final List<Sheet.Line> lines = new ArrayList<>();
    private List<String> headings = List.of();
    private @Nullable Finding wrongHeading;

    private XlsxSheet() {}

    /**
     * The table in the file.
     *
     * @throws UnreadableFile if it is no such workbook, or none or several of its sheets are about a round
     * @throws FileTooLarge if it goes beyond the limits
     */
    static Sheet read(byte[] file) throws UnreadableFile {
        refuseOtherKinds(file);
        READING.acquireUninterruptibly();
        try {
            return table(Workbook.open(file, FileLimits.WORKBOOK).visibleSheets());
        } catch (UnreadableWorkbook unreadable) {
            throw wrong(unreadable.reason().code(), String.valueOf(unreadable.getMessage()));
        } catch (WorkbookTooLarge tooLarge) {
            throw new FileTooLarge(String.valueOf(tooLarge.getMessage()));
        } finally {
            READING.release();
        }
    }

    private static void refuseOtherKinds(byte[] file) throws UnreadableFile {
        if (file.length == 0) {
            throw wrong("empty-file", "The file is empty.");
        }
        FileKind kind = FileKind.of(file).orElse(null);
        if (kind == FileKind.ENCRYPTED_WORKBOOK) {
            throw wrong("encrypted-file", "The file is " + kind.description() + "; save it without.");
        }
        if (kind != FileKind.ARCHIVE) {
            throw wrong("unreadable-file", kind == null
                    ? "The file is no xlsx workbook; if it is CSV, send it as " + FileFormat.CSV_TYPE + "."
                    : "The file is " + kind.description() + "; save it as xlsx.");
        }
    }

    private static UnreadableFile wrong(String code, String message) {
        return new UnreadableFile(1, code, message);
    }

    private static Sheet table(List<Worksheet> visible) throws UnreadableFile, UnreadableWorkbook {
        if (visible.isEmpty()) {
            throw wrong("unreadable-file", "The workbook has no visible sheet.");
        }
        if (visible.size() == 1) {
            return table(visible.getFirst());
        }
        List<Worksheet> fitting = new ArrayList<>();
        for (Worksheet sheet : visible) {
            XlsxSheet first = new XlsxSheet();
            sheet.read(first::onlyHeadings);
            if (Columns.fitLayout(first.headings)) {
                fitting.add(sheet);
            }
        }
        if (fitting.size() != 1) {
            throw fitting.isEmpty()
                    ? wrong("unknown-layout",
                            "None of the visible sheets (" + names(visible) + ") has in row 1 the headings of a "
                                    + "layout: " + Columns.LAYOUTS_BY_HEADING + ".")
                    : wrong("ambiguous-sheet", "Several visible sheets (" + names(fitting)
                            + ") have the headings of a layout; leave one, or hide the others.");
        }
        return table(fitting.getFirst());
    }

    private static String names(List<Worksheet> sheets) {
        String names = sheets.stream()
                .limit(5)
                .map(Worksheet::name)
                .map(name -> name.substring(0, Math.min(name.length(), LONGEST_NAME)))
                .collect(Collectors.joining(", "));
        return sheets.size() > 5 ? names + ", …" : names;
    }

    private static Sheet table(Worksheet sheet) throws UnreadableFile, UnreadableWorkbook {
        XlsxSheet table = new XlsxSheet();
        Optional<String> merged = sheet.read(table::take);
        if (table.wrongHeading != null) {
            throw wrong(table.wrongHeading.code(), table.wrongHeading.message());
        }
        if (table.headings.isEmpty()) {
            throw table.lines.isEmpty() ? wrong("empty-file", "The sheet is empty.")
                    : wrong("unknown-layout", "Row 1 of the sheet is blank, where the headings are to be: "
                            + Columns.LAYOUTS_BY_HEADING + ".");
        }
        return new Sheet(table.headings, table.lines, merged.map(range -> List.of(new Finding(1, null, "merged-cells",
                "Cells " + range + " are merged, so that all but the first are blank; split them, and all others.")))
                .orElse(List.of()));
    }

    private boolean onlyHeadings(Row row) {
        if (row.number() == 1) {
            take(row);
        }
        return false;
    }

    private boolean take(Row row) {
        boolean heading = row.number() == 1;
        List<String> texts = new ArrayList<>(
                Collections.nCopies(Math.max(headings.size(), row.cells().lastKey() + 1), ""));
        List<Finding> wrong = new ArrayList<>();
        for (Map.Entry<Integer, Cell> cell : row.cells().entrySet()) {
            CellAddress address = new CellAddress(cell.getKey(), row.number());
            texts.set(cell.getKey(), text(cell.getValue(), address, heading(cell.getKey()), wrong));
        }
        if (heading) {
            headings = texts;
            wrongHeading = wrong.isEmpty() ? null : wrong.getFirst();
        } else {
            accept(new Sheet.Line(row.number(), texts, wrong));
        }
        return true;
    }

    private @Nullable String heading(int column) {
        String heading = column < headings.size() ? headings.get(column).strip() : "";
        return heading.isEmpty() ? null : heading;
    }

    private void accept(Sheet.Line line) {
        if (!line.isBlank()) {
            lines.add(line);
        }
        if (lines.size() > FileLimits.ROWS) {
            throw new FileTooLarge("The file has more than " + FileLimits.ROWS + " rows.");
        }
    }

    private static String text(Cell cell, CellAddress address, @Nullable String column, List<Finding> wrong) {
        return switch (cell) {
            case Cell.Text(String text) -> text;
            case Cell.Numeric(BigDecimal value) -> text(value);
            case Cell.Formula formula -> refused(address, column, "formula",
                    "has a formula, and nothing is computed here; put its value there", wrong);
            case Cell.Date date -> refused(address, column, "date-cell",
                    "is a date; write the number or text that is meant", wrong);
            case Cell.Truth truth -> refused(address, column, "boolean-cell",
                    "is true or false, which says nothing in any column", wrong);
            case Cell.Failure(String failure) -> refused(address, column, "error-cell",
                    "has the error " + failure, wrong);
        };
    }

    private static String refused(CellAddress address, @Nullable String column, String code, String what,
            List<Finding> wrong) {
        wrong.add(new Finding(address.row(), column, code, "Cell " + address + " " + what + "."));
        return "";
    }

    /** With decimal comma, which is never taken for a sign of thousands, as a Norwegian spreadsheet writes it in CSV. */
    private static String text(BigDecimal number) {
        BigDecimal plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        return plain.toPlainString().replace('.', ',');
    }
}
