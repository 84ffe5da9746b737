package no.ehelse.portfolio.round.web;

import io.swagger.v3.oas.annotations.media.Schema;
import no.ehelse.portfolio.round.FigureName;
import no.ehelse.portfolio.round.RoundId;
import no.ehelse.portfolio.web.Accepted;

/**
 * The answer to a figure that was recorded as printed.
 *
 * @param version the version of the round
 * @param changed whether another value was recorded under the name before, or none
 */
@Schema(example = """
        {"round": "2020-10", "name": "active", "version": 3, "position": 137, "changed": true}""")
record PrintedFigureAnswer(String round, String name, long version, long position, boolean changed) {

    static PrintedFigureAnswer of(RoundId round, FigureName name, Accepted accepted) {
        return new PrintedFigureAnswer(round.value(), name.value(), accepted.version(), accepted.position(),
                accepted.changed());
    }
}
