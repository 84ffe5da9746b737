package no.ehelse.portfolio.evidence.verification;

import java.util.ArrayList;
import java.util.List;
import no.ehelse.portfolio.evidence.CanonicalForm;
import no.ehelse.portfolio.evidence.Seal;
import no.ehelse.portfolio.evidence.SealKeys;
import no.ehelse.portfolio.evidence.StoredEvent;

/**
 * Finds, among events whose seals are broken, pairs that are whole again when the same parts of them change sides. The
 * metadata stays, because the seal is in it.
 */
final class SwapSearch {

    /** How many are compared with each other. */
    static final int LIMIT = 40;

    private static final int IDENTIFIER = 1;
    private static final int AGGREGATE = 2;
    private static final int SEQUENCE = 4;
    private static final int CONTENT = 8;
    private static final int TIME = 16;
    private static final int ALL = 31;

    private final SealKeys keys;

    SwapSearch(SealKeys keys) {
        this.keys = keys;
    }

    /** Two events that exchanged something. */
    record Swapped(Broken one, Broken other) {}

    /** An event whose seal does not fit. */
    record Broken(StoredEvent event, Seal seal) {}

    /** The pairs; no event is in two of them. */
    List<Swapped> pairs(List<Broken> broken) {
        List<Broken> left = new ArrayList<>(broken.subList(0, Math.min(LIMIT, broken.size())));
        List<Swapped> pairs = new ArrayList<>();
        while (left.size() > 1) {
            Broken one = left.removeFirst();
            left.stream()
                    .filter(other -> areWholeTogether(one, other))
                    .findFirst()
                    .ifPresent(other -> {
                        left.remove(other);
                        pairs.add(new Swapped(one, other));
                    });
        }
        return pairs;
    }

    private boolean areWholeTogether(Broken one, Broken other) {
        for (int parts = 1; parts <= ALL; parts++) {
            if (isWhole(one, other.event(), parts) && isWhole(other, one.event(), parts)) {
                return true;
            }
        }
        return false;
    }

    private boolean isWhole(Broken broken, StoredEvent other, int parts) {
        StoredEvent restored = with(broken.event(), other, parts);
        return keys.check(broken.seal(), CanonicalForm.of(restored)) == SealKeys.Check.FITS;
    }

    private static StoredEvent with(StoredEvent event, StoredEvent other, int parts) {
        StoredEvent content = (parts & CONTENT) == 0 ? event : other;
        return new StoredEvent(event.position(), (parts & IDENTIFIER) == 0 ? event.event() : other.event(),
                (parts & AGGREGATE) == 0 ? event.aggregate() : other.aggregate(),
                (parts & SEQUENCE) == 0 ? event.sequence() : other.sequence(), content.type(), content.revision(),
                (parts & TIME) == 0 ? event.recordedAt() : other.recordedAt(), content.payload(), event.metaData());
    }
}
