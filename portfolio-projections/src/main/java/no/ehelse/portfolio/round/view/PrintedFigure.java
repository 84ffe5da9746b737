package no.ehelse.portfolio.round.view;

import no.ehelse.portfolio.round.FigureName;
import no.ehelse.portfolio.round.RoundId;
import org.jspecify.annotations.Nullable;

/**
 * A figure of a round as it was printed.
 *
 * @param position the stream position from which on it is known
 * @param value what was printed: a plain decimal number, portfolio numbers separated by commas, or words
 * @param source where it was printed
 * @param remark what there is to say about it; null: nothing
 */
public record PrintedFigure(long position, RoundId round, FigureName name, String value, String source,
        @Nullable String remark) {}
