package no.ehelse.portfolio.evidence.verification;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import no.ehelse.portfolio.evidence.CanonicalForm;
import no.ehelse.portfolio.evidence.Heads;
import no.ehelse.portfolio.evidence.LogHead;
import no.ehelse.portfolio.evidence.Seal;
import no.ehelse.portfolio.evidence.SealKeys;
import no.ehelse.portfolio.evidence.StoredEvent;
import no.ehelse.portfolio.evidence.verification.Finding.Kind;
import no.ehelse.portfolio.evidence.verification.SequenceGaps.Gap;
import no.ehelse.portfolio.evidence.verification.SequenceGaps.Step;
import no.ehelse.portfolio.evidence.verification.SwapSearch.Broken;
import no.ehelse.portfolio.evidence.verification.SwapSearch.Swapped;

/** The log being read from its first event to its last, and what is wrong with it so far. */
final class LogReading {

    private final SealKeys keys;
    private final LogHead head;
    private final Findings findings;
    private final Heads heads = new Heads();
    private final Places places = new Places();
    private final SequenceGaps gaps = new SequenceGaps();
    private final Publications publications = new Publications();
    private final Unsealed unsealed;
    private final List<Broken> broken = new ArrayList<>();
    private long events;
    private long sealed;
    private long position;
    private long lastMilliseconds = Long.MIN_VALUE;

    /**
     * Nothing read yet.
     *
     * @param head how many events were ever recorded before the reading began
     */
    LogReading(SealKeys keys, LogHead head, Findings findings) {
        this.keys = keys;
        this.head = head;
        this.findings = findings;
        this.unsealed = new Unsealed(head.sealedFrom(), places, findings);
    }

    void look(StoredEvent event) {
        events++;
        position = event.position();
        CanonicalForm form = CanonicalForm.of(event);
        publications.look(event, heads);
        Seal seal = Seal.parse(form.seal());
        if (seal == null) {
            lookUnsealed(event);
        } else {
            unsealed.end(seal.place());
            lookSealed(event, form, seal);
            gaps.look(event, seal.place());
        }
        lastMilliseconds = Math.max(lastMilliseconds, event.milliseconds().orElse(lastMilliseconds));
        heads.add(event, form);
    }

    private void lookUnsealed(StoredEvent event) {
        boolean older = unsealed.look(event, events);
        Step step = gaps.look(event, 0);
        OptionalLong milliseconds = event.milliseconds();
        if (!older) {
            return;
        }
        if (milliseconds.isEmpty()) {
            findings.add(Finding.of(Kind.ALTERED, Located.of(event), null,
                    "The time of its recording is no instant of whole milliseconds."));
        } else if (step == Step.AGAIN) {
            findings.add(Finding.of(Kind.DUPLICATE, Located.of(event), null,
                    "Its aggregate has an event of that number already."));
        } else if (step == Step.BACK || milliseconds.getAsLong() < lastMilliseconds) {
            findings.add(Finding.of(Kind.SWAPPED, Located.of(event), null,
                    "It stands behind an event that was recorded after it."));
        }
    }

    private void lookSealed(StoredEvent event, CanonicalForm form, Seal seal) {
        switch (keys.check(seal, form)) {
            case FITS -> {
                sealed++;
                if (!places.take(seal.place(), event.position())) {
                    sealed--;
                    findings.add(Finding.of(Kind.DUPLICATE, Located.of(event), seal.place(),
                            "The same event stands before it."));
                }
            }
            case BROKEN -> {
                if (broken.size() < Findings.LIMIT) {
                    broken.add(new Broken(event, seal));
                } else {
                    found(Kind.ALTERED, new Broken(event, seal), "It is not what was sealed.");
                }
            }
            case UNKNOWN_KEY -> found(Kind.FOREIGN, new Broken(event, seal),
                    "It was sealed with the key " + seal.key() + ", which this service does not have.");
        }
    }

    private void found(Kind kind, Broken event, String detail) {
        places.claim(event.seal().place());
        findings.add(Finding.of(kind, Located.of(event.event()), event.seal().place(), detail));
    }

    /** Whether the events have to be read once more, by {@link Displaced}, to tell which changed places. */
    boolean areDisordered() {
        return places.areDisordered();
    }

    Places places() {
        return places;
    }

    /** Draws the conclusions, once everything is read. */
    void conclude() {
        long last = Math.max(head.events(), places.highest());
        unsealed.end(last + 1);
        concludeBroken(last);
        concludeMissing(last);
    }

    private void concludeBroken(long last) {
        Set<Long> paired = new HashSet<>();
        for (Swapped pair : new SwapSearch(keys).pairs(broken)) {
            swapped(pair.one(), pair.other(), paired);
            swapped(pair.other(), pair.one(), paired);
        }
        for (Broken event : broken) {
            if (paired.contains(event.event().position())) {
                continue;
            }
            long place = event.seal().place();
            if (places.isTaken(place) || place > last) {
                findings.add(Finding.of(Kind.FORGED, Located.of(event.event()), null,
                        "Its seal is made up, or that of another event."));
            } else {
                found(Kind.ALTERED, event, "It is not what was sealed: its identity, content, time or metadata.");
            }
        }
    }

    private void swapped(Broken event, Broken with, Set<Long> paired) {
        paired.add(event.event().position());
        found(Kind.SWAPPED, event, "A part of it changed places with the same part of the event at position "
                + with.event().position() + ".");
    }

    /** The free places say how many are missing and where, the gaps say of which aggregates. */
    private void concludeMissing(long last) {
        Map<Long, Long> free = places.free(head.sealedFrom(), last, 2 * Findings.LIMIT);
        for (Gap gap : gaps.open()) {
            for (long sequence = gap.from(); sequence <= gap.to() && sequence - gap.from() < Findings.LIMIT;
                    sequence++) {
                missing(gap, sequence, free);
            }
        }
        free.forEach((place, after) -> findings.add(Finding.missing(null, null, place, after,
                "An event was recorded here, the last of its aggregate, and is gone.")));
    }

    private void missing(Gap gap, long sequence, Map<Long, Long> free) {
        for (Iterator<Map.Entry<Long, Long>> each = free.entrySet().iterator(); each.hasNext();) {
            Map.Entry<Long, Long> place = each.next();
            if (gap.after() < place.getKey() && (gap.before() == 0 || place.getKey() < gap.before())) {
                findings.add(Finding.missing(gap.aggregate(), sequence, place.getKey(), place.getValue(),
                        "The event was recorded, and is gone."));
                each.remove();
                return;
            }
        }
        if (!findings.areOf(gap.aggregate())) {
            findings.add(Finding.missing(gap.aggregate(), sequence, null, gap.position(),
                    "The aggregate has later events, and this one is gone."));
        }
    }

    VerifiedLog answer() {
        return new VerifiedLog(findings.isEmpty() && publications.areIntact(), events, sealed, unsealed.older(),
                heads.count(), position, heads.digest(), publications.found(),
                findings.breaking(publications.found()), findings.more());
    }
}
