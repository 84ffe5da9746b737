package no.ehelse.portfolio.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.ehelse.portfolio.tiltak.Attribute;

/**
 * Which column of a file says what. Headings come in any order, and are compared without regard to letter case and
 * surrounding space.
 *
 * @param layout the layout that the headings belong to
 * @param headings as they stand in the file
 * @param number the place of the portfolio number
 * @param places the place of each attribute that the file has a column for
 */
record Columns(Layout layout, List<String> headings, int number, SortedMap<Attribute<?>, Integer> places) {

    private static final List<Layout> LAYOUTS = List.of(new Layout2020(), new Layout2022());
    /** What the layouts are known by, for a sender whose file is of none. */
    static final String LAYOUTS_BY_HEADING = "2020 has ID, Prosjektnavn and Ansvarlig virksomhet, "
            + "2022 has ID, Tiltaksnavn and Aktør";

    private static final int HEADING_LINE = 1;
    private static final Pattern BUDGET = Pattern.compile(CellText.folded(Layout.BUDGET) + " (20\\d\\d|2100)");

    /**
     * Understands a heading line.
     *
     * @param headings as they stand in the file
     * @param errors takes what is wrong with them
     * @return the columns, or empty where the rows cannot be read at all
     */
    static Optional<Columns> of(List<String> headings, List<Finding> errors) {
        for (String heading : headings) {
            if (heading.length() > FileLimits.HEADING) {
                errors.add(new Finding(HEADING_LINE, null, "cell-too-long",
                        "A heading has more than " + FileLimits.HEADING + " characters."));
                return Optional.empty();
            }
        }
        Optional<Layout> layout = layoutOf(headings);
        if (layout.isEmpty()) {
            errors.add(new Finding(HEADING_LINE, null, "unknown-layout",
                    "The headings fit no known layout: " + LAYOUTS_BY_HEADING + "."));
            return Optional.empty();
        }
        return layout.flatMap(known -> placed(known, headings, errors));
    }

    /** Whether headings belong to a known layout. */
    static boolean fitLayout(List<String> headings) {
        return layoutOf(headings).isPresent();
    }

    /** The layout that has the name column, or else most of the headings, for itself. */
    private static Optional<Layout> layoutOf(List<String> headings) {
        Set<String> written = headings.stream().map(CellText::folded).collect(Collectors.toSet());
        List<Layout> best = LAYOUTS.stream()
                .collect(Collectors.groupingBy(layout -> ownHeadings(layout, written), TreeMap::new,
                        Collectors.toList()))
                .lastEntry()
                .getValue();
        return best.size() == 1 ? Optional.of(best.getFirst()) : Optional.empty();
    }

    private static int ownHeadings(Layout layout, Set<String> written) {
        int own = 0;
        for (Attribute<?> attribute : layout.headings().keySet()) {
            String heading = layout.heading(attribute);
            boolean shared = LAYOUTS.stream()
                    .anyMatch(other -> other != layout && other.headings().containsValue(heading));
            if (!shared && written.contains(CellText.folded(heading))) {
                own += attribute.equals(Attribute.NAME) ? Attribute.SCALARS.size() : 1;
            }
        }
        return own;
    }

    private static Optional<Columns> placed(Layout layout, List<String> headings, List<Finding> errors) {
        Map<String, Attribute<?>> known = new HashMap<>();
        layout.headings().forEach((attribute, heading) -> known.put(CellText.folded(heading), attribute));
        List<Integer> numbers = new ArrayList<>();
        SortedMap<Attribute<?>, Integer> places = new TreeMap<>();
        for (int place = 0; place < headings.size(); place++) {
            String heading = CellText.folded(headings.get(place));
            Matcher budget = BUDGET.matcher(heading);
            Attribute<?> attribute = budget.matches()
                    ? Attribute.budget(Integer.parseInt(budget.group(1)))
                    : known.get(heading);
            boolean number = heading.equals(CellText.folded(Layout.NUMBER));
            if (number ? !numbers.isEmpty() : attribute != null && places.containsKey(attribute)) {
                errors.add(wrong(headings.get(place), "duplicate-column", "This heading is there twice."));
            } else if (number) {
                numbers.add(place);
            } else if (attribute != null) {
                places.put(attribute, place);
            } else if (!heading.isEmpty()) {
                errors.add(wrong(headings.get(place), "unknown-column",
                        "Layout " + layout.name() + " has no such column; it has " + columnsOf(layout) + "."));
            }
        }
        if (numbers.isEmpty()) {
            errors.add(wrong(Layout.NUMBER, "missing-column", "The column of the portfolio number is missing."));
        }
        if (!places.containsKey(Attribute.NAME)) {
            errors.add(wrong(layout.heading(Attribute.NAME), "missing-column",
                    "The column of the name is missing."));
        }
        return numbers.isEmpty() || !places.containsKey(Attribute.NAME)
                ? Optional.empty()
                : Optional.of(new Columns(layout, headings, numbers.getFirst(), places));
    }

    private static Finding wrong(String heading, String code, String message) {
        return new Finding(HEADING_LINE, heading.strip(), code, message);
    }

    private static String columnsOf(Layout layout) {
        return Layout.NUMBER + ", " + String.join(", ", layout.headings().values()) + " and " + Layout.BUDGET
                + " with a year";
    }

    /** Whether they are those of a {@link PortfolioSheet}, in its order. */
    boolean areOurs() {
        SortedSet<Integer> years = places.keySet()
                .stream()
                .filter(Attribute::isBudget)
                .map(Attribute::year)
                .collect(Collectors.toCollection(TreeSet::new));
        return headings.stream()
                .map(CellText::plain)
                .filter(heading -> !heading.isEmpty())
                .toList()
                .equals(PortfolioSheet.headings(years));
    }

    /** Whether the file has a column for an attribute. */
    boolean has(Attribute<?> attribute) {
        return places.containsKey(attribute);
    }

    /** The heading, as it stands in the file, of the column that says an attribute. */
    String heading(Attribute<?> attribute) {
        return headings.get(place(attribute)).strip();
    }

    /**
     * The place of an attribute's column.
     *
     * @throws IllegalArgumentException if the file has none
     */
    int place(Attribute<?> attribute) {
        Integer place = places.get(attribute);
        if (place == null) {
            throw new IllegalArgumentException("no column says " + attribute);
        }
        return place;
    }
}
