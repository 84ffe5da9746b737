package no.ehelse.portfolio.importing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import no.ehelse.portfolio.command.InvalidValue;
import no.ehelse.portfolio.organisation.Organisations;
import no.ehelse.portfolio.tiltak.Attribute;
import no.ehelse.portfolio.tiltak.Facts;
import no.ehelse.portfolio.tiltak.OrganisationReference;
import no.ehelse.portfolio.tiltak.TiltakNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the file of a round, whichever layout it has, and collects everything that is wrong with it. */
@Component
final class ReportFileReader {

    private final Organisations organisations;
    private final OrganisationNames names;

    ReportFileReader(Organisations organisations, OrganisationNames names) {
        this.organisations = organisations;
        this.names = names;
    }

    /** What a CSV file says. */
    ReportFile read(byte[] file, LocalDate cutOff) {
        return read(FileFormat.CSV, file, cutOff);
    }

    /**
     * What a file says.
     *
     * @param file the bytes of the file
     * @param cutOff the cut-off day of the round that it is about
     * @throws FileTooLarge if it goes beyond the limits
     */
    ReportFile read(FileFormat format, byte[] file, LocalDate cutOff) {
        try {
            return new Reading(cutOff).of(format.read(file));
        } catch (UnreadableFile unreadable) {
            return new ReportFile(null, false, 0, List.of(), Set.of(), List.of(), List.of(unreadable.finding()));
        }
    }

    /** The reading of one file. */
    private final class Reading {

        private final LocalDate cutOff;
        private final Map<TiltakNumber, Integer> rowOf = new HashMap<>();
        private @Nullable List<String> knownNames;
        private final Map<String, Boolean> known = new HashMap<>();
        private final List<ReportRow> reports = new ArrayList<>();
        private final List<Finding> warnings = new ArrayList<>();
        private final List<Finding> errors = new ArrayList<>();

        Reading(LocalDate cutOff) {
            this.cutOff = cutOff;
        }

        ReportFile of(Sheet sheet) {
            refuseManyColumns(sheet.headings());
            errors.addAll(sheet.wrong());
            Optional<Columns> columns = Columns.of(sheet.headings(), errors);
            if (columns.isPresent() && sheet.lines().isEmpty()) {
                errors.add(new Finding(1, null, "empty-file", "The file has a heading and no rows."));
            }
            columns.ifPresent(understood -> sheet.lines().forEach(line -> read(understood, line)));
            return new ReportFile(columns.map(understood -> understood.layout().name()).orElse(null),
                    columns.map(Columns::areOurs).orElse(false), sheet.lines().size(), reports, rowOf.keySet(),
                    warnings, errors);
        }

        private void refuseManyColumns(List<String> headings) {
            int used = headings.size();
            while (used > 0 && CellText.isBlank(headings.get(used - 1))) {
                used--;
            }
            if (used > FileLimits.COLUMNS) {
                throw new FileTooLarge("The file has more than " + FileLimits.COLUMNS + " columns.");
            }
        }

        private void read(Columns columns, Sheet.Line sent) {
            if (!fits(columns, sent)) {
                errors.addAll(sent.wrong());
                return;
            }
            Sheet.Line line = withoutLongCells(columns, sent);
            List<Finding> found = new ArrayList<>();
            Cells cells = new Cells(columns, line, warnings, found);
            Optional<TiltakNumber> number = cells.number();
            number.ifPresent(read -> refuseSecond(columns, line, read, found));
            Facts facts = columns.layout().read(cells, cutOff);
            OrganisationReference organisation = organisation(columns, cells);
            if (number.isPresent() && found.isEmpty() && line.wrong().isEmpty()) {
                reports.add(new ReportRow(line.row(), number.get(), facts, organisation));
            }
            errors.addAll(line.wrong());
            found.removeIf(finding -> line.wrong()
                    .stream()
                    .anyMatch(wrong -> Objects.equals(wrong.column(), finding.column())));
            errors.addAll(found);
        }

        /** The row with its long cells empty, and named as wrong: nobody has to compare, or repeat, a book. */
        private static Sheet.Line withoutLongCells(Columns columns, Sheet.Line line) {
            if (line.cells().stream().allMatch(cell -> cell.length() <= FileLimits.CELL)) {
                return line;
            }
            List<String> shorter = new ArrayList<>();
            List<Finding> wrong = new ArrayList<>(line.wrong());
            for (int place = 0; place < columns.headings().size(); place++) {
                String cell = line.cells().get(place);
                boolean tooLong = cell.length() > FileLimits.CELL;
                if (tooLong) {
                    wrong.add(new Finding(line.row(), columns.headings().get(place).strip(), "cell-too-long",
                            "The cell has more than " + FileLimits.CELL + " characters."));
                }
                shorter.add(tooLong ? "" : cell);
            }
            return new Sheet.Line(line.row(), shorter, wrong);
        }

        private boolean fits(Columns columns, Sheet.Line line) {
            int headings = columns.headings().size();
            int cells = line.cells().size();
            boolean beyond = cells > headings
                    && !new Sheet.Line(line.row(), line.cells().subList(headings, cells)).isBlank();
            boolean unheaded = false;
            for (int place = 0; place < Math.min(headings, cells); place++) {
                unheaded |= CellText.isBlank(columns.headings().get(place))
                        && !CellText.isBlank(line.cells().get(place));
            }
            if (cells < headings || beyond || unheaded) {
                errors.add(new Finding(line.row(), null, "malformed-row", unheaded
                        ? "The row has a value in a column without a heading."
                        : "The row has " + cells + " cells, the heading has " + headings + "."));
                return false;
            }
            return true;
        }

        private void refuseSecond(Columns columns, Sheet.Line line, TiltakNumber number, List<Finding> found) {
            Integer first = rowOf.putIfAbsent(number, line.row());
            if (first != null) {
                found.add(new Finding(line.row(), columns.headings().get(columns.number()).strip(),
                        "duplicate-number", "Tiltak " + number + " is in row " + first + " already."));
            }
        }

        private List<String> names() {
            List<String> asked = knownNames == null ? names.all() : knownNames;
            knownNames = asked;
            return asked;
        }

        private @Nullable OrganisationReference organisation(Columns columns, Cells cells) {
            if (!columns.has(Attribute.ORGANISATION)) {
                return null;
            }
            try {
                OrganisationReference reference = new OrganisationReference(cells.organisation());
                String text = reference.text();
                if (text != null && !known.computeIfAbsent(text, asked -> organisations.find(asked).isPresent())) {
                    throw new InvalidValue("organisation", "unknown-organisation",
                            "No organisation is called \"" + text + "\"" + Nearest.to(text, names())
                                    .map(nearest -> "; the nearest is \"" + nearest + "\".")
                                    .orElse("."));
                }
                return reference;
            } catch (InvalidValue wrong) {
                cells.wrong(Attribute.ORGANISATION, wrong);
                return null;
            }
        }
    }
}
