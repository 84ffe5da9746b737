package no.ehelse.portfolio.evidence.verification;

import no.ehelse.portfolio.evidence.CanonicalForm;
import no.ehelse.portfolio.evidence.Heads;
import no.ehelse.portfolio.evidence.LogHead;
import no.ehelse.portfolio.evidence.MetaDataPairs;
import no.ehelse.portfolio.evidence.Seal;
import no.ehelse.portfolio.evidence.SealKeys;
import no.ehelse.portfolio.evidence.StoredEvent;
import no.ehelse.portfolio.evidence.StoredText;
import no.ehelse.portfolio.evidence.verification.VerifiedLog.Publication;
import no.ehelse.portfolio.evidence.verification.VerifiedLog.State;
import org.jspecify.annotations.Nullable;

/**
 * A log that is read from its first event to its last and has nothing wrong with it so far: unlike {@link Verification},
 * which tells everything that was done to a log, it stops at the first thing that is not as it was recorded.
 */
public final class WholeLog {

    private final SealKeys keys;
    private final boolean strangers;
    private final Heads heads = new Heads();
    private final Publications publications = new Publications();
    private long events;
    private long sealedFrom;
    private long position = Long.MIN_VALUE;
    private long milliseconds = Long.MIN_VALUE;

    /**
     * Nothing read yet.
     *
     * @param strangers whether seals may be those of keys that nobody has any more, so that they cannot be checked
     */
    public WholeLog(SealKeys keys, boolean strangers) {
        this.keys = keys;
        this.strangers = strangers;
    }

    /**
     * Takes the next event in.
     *
     * @throws BrokenLog if it is not the one that was recorded next
     */
    public void add(StoredEvent event) {
        checkOrder(event);
        checkText(event.payload(), "payload");
        checkText(event.metaData(), "metadata");
        if (MetaDataPairs.of(event.metaData()) == null) {
            throw new BrokenLog("Its metadata is no object of texts.");
        }
        events++;
        CanonicalForm form = CanonicalForm.of(event);
        checkSeal(form);
        publications.look(event, heads);
        if (!publications.found().isEmpty() && publications.found().getLast().position() == event.position()) {
            checkWitness(publications.found().getLast());
        }
        heads.add(event, form);
    }

    private void checkOrder(StoredEvent event) {
        Heads.Head before = heads.of(event.aggregate());
        long expected = before == null ? 0 : before.sequence() + 1;
        if (event.sequence() > expected) {
            throw new BrokenLog("It is number " + event.sequence() + " of " + event.aggregate() + ", and number "
                    + expected + " is missing before it.");
        }
        if (event.sequence() < expected) {
            throw new BrokenLog("It is number " + event.sequence() + " of " + event.aggregate()
                    + ", which was there before.");
        }
        if (event.position() <= position) {
            throw new BrokenLog("Its position " + event.position() + " is not behind " + position + ".");
        }
        position = event.position();
        long recorded = event.milliseconds()
                .orElseThrow(() -> new BrokenLog("The time of its recording is no instant of whole milliseconds."));
        if (recorded < milliseconds) {
            throw new BrokenLog("It was recorded before the event that stands before it.");
        }
        milliseconds = recorded;
    }

    private static void checkText(@Nullable StoredText text, String what) {
        if (text == null) {
            throw new BrokenLog("Its " + what + " is missing.");
        }
        if (text.isBase64()) {
            throw new BrokenLog("Its " + what + " is no text.");
        }
    }

    private void checkSeal(CanonicalForm form) {
        Seal seal = Seal.parse(form.seal());
        if (seal == null) {
            if (sealedFrom > 0 || form.seal() != null) {
                throw new BrokenLog("It has no seal that can be read, and events before it have.");
            }
            return;
        }
        switch (keys.check(seal, form)) {
            case FITS -> {}
            case BROKEN -> throw new BrokenLog(
                    "It is not what was sealed: its identity, content, time, metadata or place was changed.");
            case UNKNOWN_KEY -> {
                if (!strangers) {
                    throw new BrokenLog("It is sealed with the key " + seal.key() + ", which is not here.");
                }
            }
        }
        if (seal.place() != events) {
            throw new BrokenLog("It was recorded as event number " + seal.place() + ", and is number " + events
                    + " here: others are missing before it, or were put there.");
        }
        sealedFrom = sealedFrom == 0 ? events : sealedFrom;
    }

    private static void checkWitness(Publication edition) {
        if (edition.state() == State.BROKEN) {
            throw new BrokenLog("The log before edition " + edition.edition() + " of round " + edition.round()
                    + " is not the one that was published: its digest is " + edition.computed() + ", not "
                    + edition.witness() + ".");
        }
    }

    /** How many events were read. */
    public long events() {
        return events;
    }

    /** How many editions are among them. */
    public long editions() {
        return publications.found().size();
    }

    /** When the last one was recorded, in milliseconds since 1970. */
    public long lastRecordedAt() {
        return milliseconds;
    }

    /** The digest over the heads of all chains. */
    public String heads() {
        return heads.digest();
    }

    /** The head to go on from behind it. */
    public LogHead head() {
        return new LogHead(events, sealedFrom == 0 ? events + 1 : sealedFrom);
    }
}
