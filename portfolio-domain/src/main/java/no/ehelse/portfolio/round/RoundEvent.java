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
}
