package no.ehelse.portfolio.round.web;

import io.swagger.v3.oas.annotations.media.Schema;
import no.ehelse.portfolio.round.RoundId;
import no.ehelse.portfolio.round.RoundState;
import no.ehelse.portfolio.web.Accepted;

/**
 * The answer to an accepted command on a round.
 *
 * @param state the state that the command led to
 */
@Schema(example = """
        {"round": "2020-10", "state": "OPEN", "version": 0, "position": 17, "changed": true}""")
record RoundAnswer(String round, RoundState state, long version, long position, boolean changed) {

    static RoundAnswer of(RoundId round, RoundState state, Accepted accepted) {
        return new RoundAnswer(round.value(), state, accepted.version(), accepted.position(), accepted.changed());
    }
}
