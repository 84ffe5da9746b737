package no.ehelse.portfolio.round;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import no.ehelse.portfolio.command.InvalidValue;
import no.ehelse.portfolio.command.Text;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Every command that a reporting round takes. */
public sealed interface RoundCommand {

    /** The round it is for. */
    RoundId round();

    /** The identifier of the round's aggregate. */
    @JsonIgnore
    @TargetAggregateIdentifier
    default String aggregateIdentifier() {
        return round().aggregateIdentifier();
    }

    /**
     * Opens a round.
     *
     * @param cutOff the last day (Europe/Oslo) that reports of the round are about
     * @param complete whether all tiltak of the round are loaded, so that "not in it" means "no such tiltak"
     */
    record OpenRound(RoundId round, String name, LocalDate cutOff, boolean complete) implements RoundCommand {

        /** Checks name and cut-off, whatever the state. */
        public OpenRound {
            name = Text.name("name", name);
            if (cutOff.getYear() < 2000 || cutOff.getYear() > 2100) {
                throw new InvalidValue("cutOff", "out-of-range", "cutOff is between the years 2000 and 2100");
            }
        }
    }

    /** Closes a round: what is recorded in it from now on is late. */
    record CloseRound(RoundId round) implements RoundCommand {}

    /**
     * Publishes a round, or a later edition of it.
     *
     * @param comment why there is a later edition; null is allowed for the first one only
     */
    record PublishRound(RoundId round, @Nullable String comment) implements RoundCommand {

        /** Checks the comment, whatever the state. */
        public PublishRound {
            comment = Text.comment("comment", comment);
        }
    }

    /**
     * Records a figure as it was printed in a report of the round.
     *
     * @param value what was printed: a plain decimal number, portfolio numbers separated by commas, or words
     * @param source where it was printed
     * @param remark what there is to say about it; null: nothing
     */
    record RecordPrintedFigure(RoundId round, FigureName name, String value, String source, @Nullable String remark)
            implements RoundCommand {

        /** Checks the texts, whatever the state. */
        public RecordPrintedFigure {
            value = Text.name("value", value);
            source = Text.name("source", source);
            remark = Text.comment("remark", remark);
        }
    }
}
