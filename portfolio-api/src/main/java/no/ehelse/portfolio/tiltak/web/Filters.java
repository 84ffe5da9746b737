package no.ehelse.portfolio.tiltak.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.ehelse.portfolio.index.Snapshot;
import no.ehelse.portfolio.organisation.OrganisationName;
import no.ehelse.portfolio.organisation.view.OrganisationView;
import no.ehelse.portfolio.tiltak.Activity;
import no.ehelse.portfolio.tiltak.FocusAreaCode;
import no.ehelse.portfolio.tiltak.FocusAreas;
import no.ehelse.portfolio.tiltak.view.portfolio.Dimension;
import no.ehelse.portfolio.tiltak.view.portfolio.Filter;
import no.ehelse.portfolio.web.FieldError;
import no.ehelse.portfolio.web.ProblemException;

/** Turns filter parameters into a filter, and complains about every value that does not exist. */
final class Filters {

    /** Of {@code activity} where tiltak are counted: every activity. */
    private static final String ANY = "ANY";

    private final Snapshot snapshot;
    private final List<FieldError> errors = new ArrayList<>();

    private Filters(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** The filter of a list: every activity unless one is asked for. */
    static Filter listed(FilterParameters asked, Snapshot snapshot) {
        return new Filters(snapshot).filter(asked, asked.activity());
    }

    /** The filter of a count: ACTIVE unless an activity is asked for, or the count is by activity. */
    static Filter counted(FilterParameters asked, List<Dimension> by, Snapshot snapshot) {
        boolean all = asked.activity().contains(ANY) || (asked.activity().isEmpty() && by.contains(Dimension.ACTIVITY));
        List<String> active = asked.activity().isEmpty() ? List.of(Activity.ACTIVE.name()) : asked.activity();
        return new Filters(snapshot).filter(asked, all ? withoutAny(asked.activity()) : active);
    }

    /** Next to {@code ANY} other activities say nothing, but must exist. */
    private static List<String> withoutAny(List<String> activities) {
        return activities.stream().filter(activity -> !activity.equals(ANY) && !isActivity(activity)).toList();
    }

    private static boolean isActivity(String text) {
        return Dimension.ACTIVITY.codes().contains(text);
    }

    private Filter filter(FilterParameters asked, List<String> activity) {
        Map<Dimension, List<String>> wanted = new LinkedHashMap<>();
        wanted.put(Dimension.SEGMENT, asked.segment());
        wanted.put(Dimension.STATUS, asked.status());
        wanted.put(Dimension.RISK, asked.risk());
        wanted.put(Dimension.PHASE, asked.phase());
        wanted.put(Dimension.ACTIVITY, activity);
        wanted.put(Dimension.ORGANISATION, asked.organisation());
        wanted.put(Dimension.ORGANISATION_GROUP, asked.organisationGroup());
        wanted.put(Dimension.FOCUS_AREA, asked.focusArea());
        Map<Dimension, Set<String>> keys = new LinkedHashMap<>();
        wanted.forEach((dimension, texts) -> {
            if (!texts.isEmpty()) {
                Set<String> known = new LinkedHashSet<>();
                texts.forEach(
                        text -> key(dimension, text).ifPresentOrElse(known::add, () -> complain(dimension, text)));
                keys.put(dimension, known);
            }
        });
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return new Filter(keys, asked.q() == null || asked.q().isBlank() ? null : asked.q());
    }

    private Optional<String> key(Dimension dimension, String text) {
        if (text.equals(Dimension.NOT_REPORTED) || text.equals(Dimension.NOT_ASKED)) {
            return Optional.of(text);
        }
        return switch (dimension) {
            case ORGANISATION -> organisation(text);
            case FOCUS_AREA -> FocusAreas.find(new FocusAreaCode(text)).map(area -> area.code().value());
            case SEGMENT, STATUS, RISK, PHASE, ACTIVITY, ORGANISATION_GROUP, FOCUS_AREA_GROUP -> Optional.of(text)
                    .filter(dimension.codes()::contains);
        };
    }

    private Optional<String> organisation(String text) {
        String folded = OrganisationName.folded(text);
        return snapshot.organisations()
                .stream()
                .filter(organisation -> names(organisation)
                        .anyMatch(name -> OrganisationName.folded(name).equals(folded)))
                .map(organisation -> organisation.id().value())
                .findFirst();
    }

    private static Stream<String> names(OrganisationView organisation) {
        return Stream.concat(Stream.of(organisation.id().value(), organisation.name()),
                organisation.aliases().stream());
    }

    private void complain(Dimension dimension, String text) {
        String known = dimension.codes().isEmpty() ? ""
                : "; known are " + String.join(", ", dimension.codes())
                        + ", " + Dimension.NOT_REPORTED + ", " + Dimension.NOT_ASKED;
        errors.add(new FieldError(dimension.member(), "unknown-value",
                "there is no " + dimension.member() + " " + text + known));
    }
}
