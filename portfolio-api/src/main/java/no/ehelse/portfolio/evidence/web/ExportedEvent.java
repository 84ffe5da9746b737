package no.ehelse.portfolio.evidence.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.OptionalLong;
import no.ehelse.portfolio.evidence.StoredEvent;
import no.ehelse.portfolio.evidence.StoredText;
import org.jspecify.annotations.Nullable;

/**
 * A line of the export: an event with everything that its canonical form is made of, as stored.
 *
 * @param position where in this store's stream it is; another store numbers differently
 * @param event its identifier
 * @param aggregate the identifier of its aggregate
 * @param sequence its number within the aggregate, from 0
 * @param type the name of its payload's type
 * @param revision the revision of that type; null: it has none
 * @param timestamp when it was recorded, in milliseconds since 1970; where the store has no such instant, its text
 * @param payload the stored text, itself JSON; absent: it is none
 * @param payloadBase64 the stored bytes, where they are no UTF-8
 * @param metadata the stored text, itself JSON; null: nothing is said; absent: it is none
 * @param metadataBase64 the stored bytes, where they are no UTF-8
 */
record ExportedEvent(long position, String event, String aggregate, long sequence, String type,
        @Nullable String revision, Object timestamp,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String payload,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String payloadBase64,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String metadata,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String metadataBase64) {

    static ExportedEvent of(StoredEvent event) {
        OptionalLong milliseconds = event.milliseconds();
        return new ExportedEvent(event.position(), event.event(), event.aggregate(), event.sequence(), event.type(),
                event.revision(),
                milliseconds.isPresent() ? (Object) milliseconds.getAsLong() : event.recordedAt(),
                text(event.payload()), base64(event.payload()), text(event.metaData()), base64(event.metaData()));
    }

    private static @Nullable String text(@Nullable StoredText stored) {
        return stored == null || stored.isBase64() ? null : stored.text();
    }

    private static @Nullable String base64(@Nullable StoredText stored) {
        return stored == null || !stored.isBase64() ? null : stored.text();
    }
}
