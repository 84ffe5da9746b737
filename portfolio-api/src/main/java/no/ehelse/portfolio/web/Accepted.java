package no.ehelse.portfolio.web;

import java.net.URI;
import org.springframework.http.ResponseEntity;

/**
 * What every answer to an accepted command says.
 *
 * @param version the number of the event, within its aggregate, that the command led to
 * @param position where in the stream that event is
 * @param changed whether any value differs from what held before
 */
public record Accepted(long version, long position, boolean changed) {

    /** The answer that something new is at an address. */
    public <T> ResponseEntity<T> created(String address, T body) {
        return ResponseEntity.created(URI.create(address)).eTag("\"" + version + "\"").body(body);
    }

    /** The answer of any other command. */
    public <T> ResponseEntity<T> ok(T body) {
        return ResponseEntity.ok().eTag("\"" + version + "\"").body(body);
    }
}
