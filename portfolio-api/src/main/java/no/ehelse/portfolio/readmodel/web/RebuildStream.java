package no.ehelse.portfolio.readmodel.web;

import java.io.IOException;
import java.time.Duration;
import no.ehelse.portfolio.readmodel.ReadModelRebuilds;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells listeners how far a rebuild has come, each time that it has come further, until it is over. */
@Component
class RebuildStream {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofHours(1);

    private final ReadModelRebuilds rebuilds;

    RebuildStream(ReadModelRebuilds rebuilds) {
        this.rebuilds = rebuilds;
    }

    SseEmitter of(String id) {
        SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
        Thread.ofVirtual().name("rebuild-listener").start(() -> tell(emitter, id));
        return emitter;
    }

    private void tell(SseEmitter emitter, String id) {
        try {
            RebuildAnswer last = find(id);
            send(emitter, last);
            while (!last.state().isOver()) {
                Thread.sleep(BETWEEN_LOOKS);
                RebuildAnswer now = find(id);
                if (!now.equals(last)) {
                    send(emitter, now);
                    last = now;
                }
            }
            emitter.complete();
        } catch (IOException gone) {
            emitter.completeWithError(gone);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failed) {
            emitter.completeWithError(failed);
        }
    }

    private RebuildAnswer find(String id) {
        return RebuildAnswer.of(rebuilds.find(id).orElseThrow());
    }

    private static void send(SseEmitter emitter, RebuildAnswer answer) throws IOException {
        emitter.send(SseEmitter.event().name("rebuild").data(answer, MediaType.APPLICATION_JSON));
    }
}
