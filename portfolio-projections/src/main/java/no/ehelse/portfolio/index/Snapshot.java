package no.ehelse.portfolio.index;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import no.ehelse.portfolio.organisation.OrganisationId;
import no.ehelse.portfolio.organisation.view.OrganisationView;
import no.ehelse.portfolio.projection.Progress;
import no.ehelse.portfolio.round.RoundId;
import no.ehelse.portfolio.round.view.RoundView;
import no.ehelse.portfolio.tiltak.TiltakNumber;
import no.ehelse.portfolio.tiltak.view.TiltakVersion;
import org.jspecify.annotations.Nullable;

/** All that is known up to a stream position; an immutable value. */
public final class Snapshot {

    static final Snapshot EMPTY = new Snapshot(0, null, Moments.NONE, List.of(), List.of(), List.of());

    private final long position;
    private final Progress.@Nullable Mark readAt;
    private final Moments moments;
    private final List<Track> tracks;
    private final List<RoundView> rounds;
    private final List<OrganisationView> organisations;
    private final Map<OrganisationId, OrganisationView> organisationById = new HashMap<>();

    /**
     * A snapshot.
     *
     * @param position the stream position up to which everything is in it
     * @param readAt how far the tables were that it was read from, and which; null: from none
     * @param tracks by number
     * @param rounds by cut-off
     */
    Snapshot(long position, Progress.@Nullable Mark readAt, Moments moments, List<Track> tracks, List<RoundView> rounds,
            List<OrganisationView> organisations) {
        this.position = position;
        this.readAt = readAt;
        this.moments = moments;
        this.tracks = tracks;
        this.rounds = rounds;
        this.organisations = organisations;
        organisations.forEach(organisation -> organisationById.put(organisation.id(), organisation));
    }

    /** The stream position up to which everything is known. */
    public long position() {
        return position;
    }

    /** How far the tables were that it was read from, and which; null: it is empty. */
    public Progress.@Nullable Mark readAt() {
        return readAt;
    }

    Moments moments() {
        return moments;
    }

    /** The position of the last event recorded at that instant or before; 0: none was. */
    public long positionAt(Instant knownAt) {
        return moments.positionAt(knownAt);
    }

    /** When the last event up to a position was recorded; null: there is none. */
    public @Nullable Instant recordedAt(long upTo) {
        return moments.recordedAt(upTo);
    }

    /** Every tiltak that was ever registered, by number. */
    public List<Track> tracks() {
        return Collections.unmodifiableList(tracks);
    }

    /** The tiltak of that number, or empty where no event of it exists. */
    public Optional<Track> track(TiltakNumber number) {
        int place = place(number);
        return place < 0 ? Optional.empty() : Optional.of(tracks.get(place));
    }

    int place(TiltakNumber number) {
        int low = 0;
        int high = tracks.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = tracks.get(middle).number().compareTo(number);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -low - 1;
    }

    /** The tiltak that are in the portfolio at a point, by number. */
    public List<TiltakVersion> portfolio(Point point) {
        List<TiltakVersion> present = new ArrayList<>(tracks.size());
        eachPresent(point, (track, version) -> present.add(version));
        return present;
    }

    /** Hands over each tiltak that is in the portfolio at a point, by number, and what holds of it there. */
    public void eachPresent(Point point, BiConsumer<Track, TiltakVersion> taker) {
        int day = VersionsByDay.dayOf(point.validOn());
        Lookup lookup = new Lookup();
        for (int begin = 0; begin < tracks.size(); begin += Lookup.BLOCK) {
            List<Track> block = tracks.subList(begin, Math.min(begin + Lookup.BLOCK, tracks.size()));
            lookup.find(block, day, point.position());
            lookup.handOver(block, taker);
        }
    }

    /** The rounds as known at a stream position, by cut-off. */
    public List<RoundView> rounds(long knownUpTo) {
        return rounds.stream()
                .filter(round -> round.openedPosition() <= knownUpTo)
                .map(round -> round.knownAt(knownUpTo))
                .toList();
    }

    /** The round of that identity, as known now. */
    public Optional<RoundView> round(RoundId id) {
        return rounds.stream().filter(round -> round.round().equals(id)).findFirst();
    }

    /** The organisations in the order of registration. */
    public List<OrganisationView> organisations() {
        return Collections.unmodifiableList(organisations);
    }

    /** The organisation of that identity; null: there is none. */
    public @Nullable OrganisationView organisation(OrganisationId id) {
        return organisationById.get(id);
    }

    /** What an answer for a point is as of. */
    public Answered answered(Point point) {
        RoundView round = roundOn(point.validOn(), point.position());
        return new Answered(point.validOn(), point.knownAt(), round == null ? null : round.round(),
                round != null && round.complete());
    }

    /** The last round with a cut-off on or before a day, as known at a stream position; null: there is none. */
    private @Nullable RoundView roundOn(LocalDate day, long knownUpTo) {
        RoundView last = null;
        for (RoundView round : rounds) {
            if (round.openedPosition() <= knownUpTo && !round.cutOff().isAfter(day)) {
                last = round;
            }
        }
        return last;
    }
}
