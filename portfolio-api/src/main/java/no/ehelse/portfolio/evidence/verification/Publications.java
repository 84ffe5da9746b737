package no.ehelse.portfolio.evidence.verification;

import java.util.ArrayList;
import java.util.List;
import no.ehelse.portfolio.evidence.Heads;
import no.ehelse.portfolio.evidence.StoredEvent;
import no.ehelse.portfolio.evidence.verification.VerifiedLog.Publication;
import no.ehelse.portfolio.evidence.verification.VerifiedLog.State;
import no.ehelse.portfolio.round.RoundEvent.RoundPublished;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Compares the witness of each edition with the log before it. */
final class Publications {

    private static final String WITHOUT_WITNESS = "1";

    private final List<Publication> found = new ArrayList<>();

    /** Looks at an event, if it is an edition; the heads are those just before it. */
    void look(StoredEvent event, Heads before) {
        if (!event.type().equals(RoundPublished.class.getName())) {
            return;
        }
        JsonNode payload = payload(event);
        JsonNode edition = payload.path("edition");
        String witness = text(payload.path("witness").path("log"));
        String computed = before.digest();
        boolean former = WITHOUT_WITNESS.equals(event.revision()) || payload.path("witness").isNull();
        found.add(new Publication(event.aggregate().substring(event.aggregate().indexOf(':') + 1),
                edition.isInt() ? Integer.valueOf(edition.intValue()) : null, event.event(), event.position(),
                event.recordedAt(), witness, computed,
                witness == null && former ? State.UNWITNESSED
                        : computed.equals(witness) ? State.INTACT
                        : State.BROKEN));
    }

    private static @Nullable String text(JsonNode node) {
        return node.isString() ? node.stringValue() : null;
    }

    private static JsonNode payload(StoredEvent event) {
        try {
            return JsonMapper.shared().readTree(event.payload().text());
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }

    List<Publication> found() {
        return found;
    }

    boolean areIntact() {
        return found.stream().noneMatch(publication -> publication.state() == State.BROKEN);
    }
}
