package no.ehelse.portfolio.round;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** Everything that can have happened to a reporting round. Names and JSON are a storage format. */
public sealed interface RoundEvent {

    /** The round it happened to. */
    RoundId round();

    /** A round was opened. */
    @Revision("1")
    record RoundOpened(RoundId round, String name, LocalDate cutOff, boolean complete) implements RoundEvent {}

    /** A round was closed. */
    @Revision("1")
    record RoundClosed(RoundId round) implements RoundEvent {}

    /**
     * An edition of a round was published: what was known up to this event in the stream, this event included.
     *
     * @param edition 1 for the first edition
     * @param comment the reason of a later edition
     * @param witness what the edition rests on; null: it was published before witnesses were taken
     */
    @Revision("2")
    record RoundPublished(RoundId round, int edition, @Nullable String comment,
            @JsonProperty(required = true) @Nullable Witness witness) implements RoundEvent {}

    /**
     * A figure was recorded as it was printed. It stands in the place of one of the same name that was recorded before.
     *
     * @param value what was printed: a plain decimal number, portfolio numbers separated by commas, or words
     * @param source where it was printed
     * @param remark what there is to say about it; null: nothing
     */
    @Revision("1")
    record PrintedFigureRecorded(RoundId round, FigureName name, String value, String source, @Nullable String remark)
            implements RoundEvent {

        /** The name of the figure's value among the changes of the round. */
        public String attribute() {
            return "printed." + name;
        }
    }
}
