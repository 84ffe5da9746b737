package no.ehelse.portfolio.tiltak.web;

import io.swagger.v3.oas.annotations.media.Schema;
import no.ehelse.portfolio.tiltak.TiltakNumber;
import no.ehelse.portfolio.web.Accepted;
import org.springframework.http.ResponseEntity;

/**
 * The answer to an accepted command on a tiltak.
 *
 * @param version the number of the tiltak's event that the command led to, from 0
 * @param position where in the stream that event is
 * @param changed whether any value differs, on the effective day, from what held there before
 */
@Schema(example = """
        {"number": 9001, "version": 3, "position": 1042, "changed": true}""")
record TiltakAnswer(int number, long version, long position, boolean changed) {

    static ResponseEntity<TiltakAnswer> created(TiltakNumber number, Accepted accepted) {
        return accepted.created("/api/tiltak/" + number, of(number, accepted));
    }

    static ResponseEntity<TiltakAnswer> ok(TiltakNumber number, Accepted accepted) {
        return accepted.ok(of(number, accepted));
    }

    private static TiltakAnswer of(TiltakNumber number, Accepted accepted) {
        return new TiltakAnswer(number.value(), accepted.version(), accepted.position(), accepted.changed());
    }
}
