package no.ehelse.portfolio.register;

import java.util.Optional;
import no.ehelse.portfolio.command.Rejected;
import no.ehelse.portfolio.command.RequestKey;
import no.ehelse.portfolio.round.RoundRejection;
import org.axonframework.messaging.MetaData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The idempotency keys of whole requests, as of the transaction that asks. */
@Component
public class RequestRegister {

    private final JdbcClient database;

    RequestRegister(JdbcClient database) {
        this.database = database;
    }

    /**
     * Whether a request was sent before with its key.
     *
     * @throws Rejected if it was with other content
     */
    public boolean isRepeated(WholeRequest request) {
        Optional<String> earlier = digestOf(request);
        if (earlier.isPresent() && !earlier.get().equals(request.digest())) {
            throw new Rejected(new RoundRejection.IdempotencyKeyReused(request.key()));
        }
        return earlier.isPresent();
    }

    private Optional<String> digestOf(WholeRequest request) {
        return database.sql("select digest from request_register where scope = ? and request_key = ?")
                .params(request.scope(), request.key())
                .query(String.class)
                .optional();
    }

    /**
     * Enters a request with the transaction of its events. Of two at a time with the same key, one loses the race.
     */
    public void enter(WholeRequest request) {
        database.sql("insert into request_register (scope, request_key, digest) values (?, ?, ?)")
                .params(request.scope(), request.key(), request.digest())
                .update();
    }

    /** Enters the request that an event says it is part of, if it is part of one that is not entered yet. */
    public void enterFrom(MetaData metaData) {
        if (metaData.get(RequestKey.KEY) instanceof String key
                && metaData.get(RequestKey.DIGEST) instanceof String digest) {
            WholeRequest.withPart(new RequestKey(key, digest))
                    .filter(request -> digestOf(request).isEmpty())
                    .ifPresent(this::enter);
        }
    }
}
