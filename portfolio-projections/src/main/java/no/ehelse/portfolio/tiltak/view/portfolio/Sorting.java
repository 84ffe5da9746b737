package no.ehelse.portfolio.tiltak.view.portfolio;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One step of an order of tiltak.
 *
 * @param member by which member of {@link TiltakView}
 * @param descending whether the largest comes first; null comes last either way
 */
public record Sorting(Member member, boolean descending) {

    /** A member that has an order. Code lists have their own, texts the Norwegian one. */
    public enum Member {
        /** The portfolio number. */
        NUMBER("number"),
        /** The name. */
        NAME("name"),
        /** The version. */
        VERSION("version"),
        /** The organisation, by its name. */
        ORGANISATION("organisation"),
        /** The status. */
        STATUS("status"),
        /** The risk. */
        RISK("risk"),
        /** The phase. */
        PHASE("phase"),
        /** The segment. */
        SEGMENT("segment"),
        /** The activity. */
        ACTIVITY("activity"),
        /** The focus area, by its code. */
        FOCUS_AREA("focusArea"),
        /** The round it was last reported in. */
        LAST_REPORTED("lastReported"),
        /** The day of the last change. */
        VALID_FROM("validFrom");

        private final String json;

        Member(String json) {
            this.json = json;
        }

        /** The member of that name in JSON. */
        public static Optional<Member> named(String json) {
            return Arrays.stream(values()).filter(member -> member.json.equals(json)).findFirst();
        }
    }

    private Comparator<TiltakView> order() {
        return switch (member) {
            case NUMBER -> by(TiltakView::number, Comparator.naturalOrder());
            case NAME -> by(TiltakView::name, NorwegianOrder.TEXT);
            case VERSION -> by(TiltakView::version, Comparator.naturalOrder());
            case ORGANISATION -> by(view -> view.organisation() == null ? null : view.organisation().name(),
                    NorwegianOrder.TEXT);
            case STATUS -> by(TiltakView::status, Comparator.naturalOrder());
            case RISK -> by(TiltakView::risk, Comparator.naturalOrder());
            case PHASE -> by(TiltakView::phase, Comparator.naturalOrder());
            case SEGMENT -> by(TiltakView::segment, Comparator.naturalOrder());
            case ACTIVITY -> by(TiltakView::activity, Comparator.naturalOrder());
            case FOCUS_AREA -> by(view -> view.focusArea() == null ? null : view.focusArea().code(),
                    Comparator.naturalOrder());
            case LAST_REPORTED -> by(TiltakView::lastReported, Comparator.naturalOrder());
            case VALID_FROM -> by(TiltakView::validFrom, Comparator.naturalOrder());
        };
    }

    private <T> Comparator<TiltakView> by(Function<TiltakView, @Nullable T> value, Comparator<? super T> order) {
        return Comparator.comparing(value, Comparator.nullsLast(descending ? order.reversed() : order));
    }

    static Comparator<TiltakView> order(List<Sorting> steps) {
        return steps.stream()
                .map(Sorting::order)
                .reduce(Comparator::thenComparing)
                .orElseGet(() -> Comparator.comparing(TiltakView::number))
                .thenComparing(TiltakView::number);
    }
}
