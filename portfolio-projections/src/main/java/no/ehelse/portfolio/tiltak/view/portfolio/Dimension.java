package no.ehelse.portfolio.tiltak.view.portfolio;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import no.ehelse.portfolio.index.Snapshot;
import no.ehelse.portfolio.organisation.OrganisationGroup;
import no.ehelse.portfolio.organisation.OrganisationId;
import no.ehelse.portfolio.organisation.view.OrganisationView;
import no.ehelse.portfolio.tiltak.Activity;
import no.ehelse.portfolio.tiltak.Attribute;
import no.ehelse.portfolio.tiltak.FocusAreaCode;
import no.ehelse.portfolio.tiltak.FocusAreas;
import no.ehelse.portfolio.tiltak.Phase;
import no.ehelse.portfolio.tiltak.ReportingRequirement;
import no.ehelse.portfolio.tiltak.Risk;
import no.ehelse.portfolio.tiltak.Segment;
import no.ehelse.portfolio.tiltak.Status;
import no.ehelse.portfolio.tiltak.view.TiltakVersion;
import org.jspecify.annotations.Nullable;

/** What tiltak can be told apart by, in filters and in counts. A key is a code or an id. */
public enum Dimension {
    /** By {@link Segment}. */
    SEGMENT("segment", codes(Segment.values())),
    /** By {@link Status}. */
    STATUS("status", codes(Status.values())),
    /** By {@link Risk}. */
    RISK("risk", codes(Risk.values())),
    /** By {@link Phase}. */
    PHASE("phase", codes(Phase.values())),
    /** By {@link Activity}. */
    ACTIVITY("activity", codes(Activity.values())),
    /** By organisation; the key is its id, its name is shown. */
    ORGANISATION("organisation", ""),
    /** By {@link OrganisationGroup}. */
    ORGANISATION_GROUP("organisationGroup", codes(OrganisationGroup.values())),
    /** By the code of the focus area. */
    FOCUS_AREA("focusArea", ""),
    /** By the code of the upper area. */
    FOCUS_AREA_GROUP("focusAreaGroup", "");

    /** The key of what is null because it is not asked. */
    public static final String NOT_ASKED = "NOT_ASKED";

    /** The key of what is null though it is asked. */
    public static final String NOT_REPORTED = "NOT_REPORTED";

    private final String member;
    private final String codes;

    /**
     * A dimension.
     *
     * @param member the name in parameters and answers
     * @param codes the codes in their own order, separated by spaces; empty: not a code list
     */
    Dimension(String member, String codes) {
        this.member = member;
        this.codes = codes;
    }

    private static String codes(Enum<?>[] values) {
        return String.join(" ", Arrays.stream(values).map(Enum::name).toList());
    }

    /** The name in parameters and answers. */
    public String member() {
        return member;
    }

    /** The codes in their own order; empty where the keys are no code list. */
    public List<String> codes() {
        return codes.isEmpty() ? List.of() : List.of(codes.split(" ", -1));
    }

    /** The dimension of that name. */
    public static Optional<Dimension> named(String member) {
        return Arrays.stream(values()).filter(dimension -> dimension.member.equals(member)).findFirst();
    }

    /**
     * The key of a tiltak.
     *
     * @param day the day (valid time) that is asked about
     * @return a code or an id, {@link #NOT_ASKED} or {@link #NOT_REPORTED}
     */
    public String keyOf(TiltakVersion version, LocalDate day, Snapshot snapshot) {
        return switch (this) {
            case SEGMENT -> name(version.get(Attribute.SEGMENT));
            case STATUS -> name(version.get(Attribute.STATUS));
            case RISK -> risk(version, day);
            case PHASE -> name(version.get(Attribute.PHASE));
            case ACTIVITY -> name(version.get(Attribute.ACTIVITY));
            case ORGANISATION -> text(version.get(Attribute.ORGANISATION));
            case ORGANISATION_GROUP -> group(version.get(Attribute.ORGANISATION), snapshot);
            case FOCUS_AREA -> text(version.get(Attribute.FOCUS_AREA));
            case FOCUS_AREA_GROUP -> upperArea(version.get(Attribute.FOCUS_AREA));
        };
    }

    private static String risk(TiltakVersion version, LocalDate day) {
        Risk risk = version.get(Attribute.RISK);
        return risk == null && !ReportingRequirement.isAsked(Attribute.RISK, day, version.state().facts())
                ? NOT_ASKED
                : name(risk);
    }

    private static String name(@Nullable Enum<?> code) {
        return code == null ? NOT_REPORTED : code.name();
    }

    private static String text(@Nullable Object id) {
        return id == null ? NOT_REPORTED : id.toString();
    }

    private static String group(@Nullable OrganisationId id, Snapshot snapshot) {
        OrganisationView organisation = id == null ? null : snapshot.organisation(id);
        return organisation == null ? NOT_REPORTED : organisation.group().name();
    }

    private static String upperArea(@Nullable FocusAreaCode code) {
        return code == null ? NOT_REPORTED : FocusAreas.groupOf(code);
    }

    /** What is shown for a key: an organisation's name, null for not reported, else the key itself. */
    public @Nullable String shown(String key, Snapshot snapshot) {
        if (key.equals(NOT_REPORTED)) {
            return null;
        }
        OrganisationView organisation = this == ORGANISATION ? snapshot.organisation(new OrganisationId(key)) : null;
        return organisation == null ? key : organisation.name();
    }

    /** The order of keys: code lists in their own, names in Norwegian, then not reported, then not asked. */
    public Comparator<String> order(Snapshot snapshot) {
        List<String> own = codes();
        Comparator<String> among = this == ORGANISATION
                ? Comparator.comparing((String key) -> String.valueOf(shown(key, snapshot)), NorwegianOrder.TEXT)
                : own.isEmpty() ? Comparator.naturalOrder()
                : Comparator.comparingInt(own::indexOf);
        return Comparator.<String>comparingInt(Dimension::kind).thenComparing(among);
    }

    private static int kind(String key) {
        return key.equals(NOT_REPORTED) ? 1 : key.equals(NOT_ASKED) ? 2 : 0;
    }
}
