package no.ehelse.portfolio.importing;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.ehelse.portfolio.codelist.Code;
import no.ehelse.portfolio.command.InvalidValue;
import no.ehelse.portfolio.command.Text;
import no.ehelse.portfolio.tiltak.Activity;
import no.ehelse.portfolio.tiltak.Amount;
import no.ehelse.portfolio.tiltak.Attribute;
import no.ehelse.portfolio.tiltak.Facts;
import no.ehelse.portfolio.tiltak.FocusAreaCode;
import no.ehelse.portfolio.tiltak.FocusAreas;
import no.ehelse.portfolio.tiltak.FocusAreas.FocusArea;
import no.ehelse.portfolio.tiltak.Phase;
import no.ehelse.portfolio.tiltak.Risk;
import no.ehelse.portfolio.tiltak.Segment;
import no.ehelse.portfolio.tiltak.Status;
import no.ehelse.portfolio.tiltak.TiltakNumber;
import org.jspecify.annotations.Nullable;

/** One row seen through the headings, cell by cell. A cell that says nothing it can say becomes an error. */
final class Cells {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    private static final Pattern AMOUNT = Pattern.compile("-?(\\d+|\\d{1,3}( \\d{3})+)([.,]\\d+)?");
    private static final Pattern THOUSANDS = Pattern.compile("-?[1-9]\\d{0,2}(\\.\\d{3})+");
    private static final Pattern CODE = Pattern.compile("\\d{1,3}(\\.\\d{1,3})?");
    private static final Pattern FOCUS_AREA = Pattern.compile("(\\d+[.,]\\d+)(?![\\d.,]*\\d)\\.?\\s*[-–—:]?\\s*(.*)");

    /** What the text of a cell means. */
    private interface Meaning<T> {
        @Nullable T of(String text);
    }

    private final Columns columns;
    private final Sheet.Line line;
    private final List<Finding> warnings;
    private final List<Finding> errors;

    /**
     * A row.
     *
     * @param warnings takes what the sender should look at
     * @param errors takes what is wrong
     */
    Cells(Columns columns, Sheet.Line line, List<Finding> warnings, List<Finding> errors) {
        this.columns = columns;
        this.line = line;
        this.warnings = warnings;
        this.errors = errors;
    }

    /** The portfolio number, or empty where the cell has none. */
    Optional<TiltakNumber> number() {
        String heading = columns.headings().get(columns.number()).strip();
        String cell = CellText.plain(line.cells().get(columns.number()));
        if (!NUMBER.matcher(cell).matches() || Integer.parseInt(cell) == 0) {
            errors.add(new Finding(line.row(), heading, "malformed-number",
                    cell.isEmpty() ? "The portfolio number is missing."
                            : "\"" + cell + "\" is no portfolio number, which is an integer from 1."));
            return Optional.empty();
        }
        return Optional.of(new TiltakNumber(Integer.parseInt(cell)));
    }

    /** The organisation's id, name or alias; null: not reported, or there is no such column. */
    @Nullable String organisation() {
        String text = columns.has(Attribute.ORGANISATION) ? reported(Attribute.ORGANISATION) : null;
        return text == null ? null : CellText.unguarded(text);
    }

    /** Whether a cell says in words that there is no value; false where there is no such column. */
    boolean isNotApplicable(Attribute<?> attribute) {
        return columns.has(attribute) && CellText.isNotApplicable(cell(attribute));
    }

    /** What the cells state, but the organisation: nothing where there is no column, null where a cell is blank. */
    Facts facts() {
        Facts facts = name(Facts.NONE);
        facts = stating(facts, Attribute.STATUS, text -> code(Attribute.STATUS, Status.class, text));
        facts = stating(facts, Attribute.RISK, text -> code(Attribute.RISK, Risk.class, text));
        facts = stating(facts, Attribute.PHASE, text -> code(Attribute.PHASE, Phase.class, text));
        facts = stating(facts, Attribute.SEGMENT, text -> code(Attribute.SEGMENT, Segment.class, text));
        facts = activity(facts);
        facts = stating(facts, Attribute.FOCUS_AREA, Cells::focusArea);
        for (Attribute<?> attribute : columns.places().keySet()) {
            if (attribute.isBudget()) {
                Attribute<BigDecimal> budget = Attribute.budget(attribute.year());
                facts = stating(facts, budget, text -> amount(columns.heading(budget), text));
            }
        }
        return facts;
    }

    /** The cell as it stands in the file. */
    private String cell(Attribute<?> attribute) {
        return line.cells().get(columns.place(attribute));
    }

    /** The text of the cell without needless space; null: not reported. */
    private @Nullable String reported(Attribute<?> attribute) {
        String cell = cell(attribute);
        return CellText.isBlank(cell) || CellText.isNotApplicable(cell) ? null : CellText.plain(cell);
    }

    private <T> Facts stating(Facts facts, Attribute<T> attribute, Meaning<T> meaning) {
        if (!columns.has(attribute)) {
            return facts;
        }
        String text = reported(attribute);
        if (text == null) {
            return facts.with(attribute, null);
        }
        try {
            return facts.with(attribute, meaning.of(text));
        } catch (InvalidValue wrong) {
            wrong(attribute, wrong);
            return facts;
        }
    }

    /** Makes an invalid value the error of an attribute's cell. */
    void wrong(Attribute<?> attribute, InvalidValue wrong) {
        String message = wrong.getMessage() == null ? "The value is invalid." : wrong.getMessage();
        errors.add(new Finding(line.row(), columns.heading(attribute), wrong.code(), message));
    }

    /** The name alone keeps the space within, and is never left out. */
    private Facts name(Facts facts) {
        try {
            if (reported(Attribute.NAME) == null) {
                throw new InvalidValue("name", "blank-name", "The name is missing.");
            }
            return facts.with(Attribute.NAME, Text.name("name", CellText.unguarded(cell(Attribute.NAME).strip())));
        } catch (InvalidValue wrong) {
            wrong(Attribute.NAME, wrong);
            return facts;
        }
    }

    /** The activity always has a value: a blank cell leaves the one that it has, and a new tiltak is active. */
    private Facts activity(Facts facts) {
        if (columns.has(Attribute.ACTIVITY) && reported(Attribute.ACTIVITY) == null) {
            warnings.add(new Finding(line.row(), columns.heading(Attribute.ACTIVITY), "blank-activity",
                    "The cell is blank: what held before still holds, and a new tiltak is active."));
            return facts;
        }
        return stating(facts, Attribute.ACTIVITY, text -> code(Attribute.ACTIVITY, Activity.class, text));
    }

    private static <C extends Enum<C> & Code> C code(Attribute<C> attribute, Class<C> list, String text) {
        return Code.labelled(list, text)
                .orElseThrow(() -> new InvalidValue(attribute.name(), "unknown-value",
                        "\"" + text + "\" is none of " + Arrays.stream(list.getEnumConstants())
                                .map(Code::nb)
                                .collect(Collectors.joining(", ")) + "."));
    }

    private static @Nullable BigDecimal amount(String heading, String text) {
        if (!AMOUNT.matcher(text).matches()) {
            throw new InvalidValue(heading, "malformed-number",
                    "\"" + text + "\" is no amount in million kroner, such as 1 234,5.");
        }
        if (THOUSANDS.matcher(text).matches()) {
            throw new InvalidValue(heading, "ambiguous-number",
                    "\"" + text + "\" may mean thousands or decimals; write 1 234,5 or 1234.5.");
        }
        return Amount.checked(heading, new BigDecimal(text.replace(" ", "").replace(',', '.')));
    }

    /** Codes identify, titles are spelt unevenly; a title without a code is taken if it is a known one. */
    private static FocusAreaCode focusArea(String text) {
        Matcher coded = FOCUS_AREA.matcher(text);
        Optional<FocusArea> known = coded.matches()
                ? FocusAreas.find(new FocusAreaCode(coded.group(1).replace(',', '.')))
                : FocusAreas.ALL.stream().filter(area -> letters(area.nb()).equals(letters(text))).findFirst();
        return known.map(FocusArea::code)
                .orElseThrow(() -> new InvalidValue("focusArea", "unknown-focus-area",
                        "There is no focus area \"" + text + "\"" + nearest(text)
                                .map(nearest -> "; the nearest is \"" + nearest + "\".")
                                .orElse(".")));
    }

    /** What to look for the nearest among: for what begins with a digit, by its code, those of its upper area first. */
    private static Optional<String> nearest(String text) {
        if (!Character.isDigit(text.charAt(0))) {
            return Nearest.to(text, FocusAreas.ALL.stream().map(FocusArea::nb).toList());
        }
        BigDecimal code = code(text.split("[^0-9.]", 2)[0]);
        List<FocusArea> ofUpperArea = FocusAreas.ALL.stream()
                .filter(area -> area.code().value().charAt(0) == text.charAt(0))
                .toList();
        return (ofUpperArea.isEmpty() ? FocusAreas.ALL : ofUpperArea).stream()
                .min(Comparator.comparing(area -> code(area.code().value()).subtract(code).abs()))
                .map(area -> area.code() + " " + area.nb());
    }

    /** A code such as {@code 1.2} as a number, so that two can be near to each other. */
    private static BigDecimal code(String text) {
        Matcher number = CODE.matcher(text);
        return number.lookingAt() ? new BigDecimal(number.group()) : BigDecimal.ZERO;
    }

    private static String letters(String title) {
        return CellText.folded(title).replaceAll("[^\\p{L}\\p{N}]+", "");
    }
}
