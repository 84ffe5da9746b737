package no.ehelse.portfolio.index;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import no.ehelse.portfolio.organisation.view.OrganisationChanges;
import no.ehelse.portfolio.organisation.view.OrganisationView;
import no.ehelse.portfolio.projection.Batch;
import no.ehelse.portfolio.projection.BatchListener;
import no.ehelse.portfolio.projection.Moment;
import no.ehelse.portfolio.projection.Progress;
import no.ehelse.portfolio.projection.Serving;
import no.ehelse.portfolio.projectors.SetOfTables;
import no.ehelse.portfolio.round.view.RoundChanges;
import no.ehelse.portfolio.round.view.RoundView;
import no.ehelse.portfolio.tiltak.TiltakNumber;
import no.ehelse.portfolio.tiltak.view.TiltakChange;
import no.ehelse.portfolio.tiltak.view.TiltakChanges;
import no.ehelse.portfolio.tiltak.view.TiltakEntries;
import no.ehelse.portfolio.tiltak.view.TiltakVersion;
import no.ehelse.portfolio.tiltak.view.TiltakVersions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The read model in memory of this instance: filled from the tables at the start, and kept current by the batches that
 * this instance projects or, where another one does, by reading the tables on from the last position.
 */
public final class PortfolioIndex implements BatchListener {

    private static final Logger LOG = LoggerFactory.getLogger(PortfolioIndex.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    /** How long batches of this instance may take from their commit until they are told. */
    private static final Duration TELLING = Duration.ofSeconds(1);

    /** For so long after a batch of its own, an instance takes what comes for its own. */
    private static final Duration OWN = Duration.ofMinutes(1);

    private final Serving serving;
    private final Progress progress;
    private final SetOfTables tables;
    private final ScheduledExecutorService watch = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("portfolio-index").factory());

    private @Nullable ScheduledFuture<?> looking;
    private long lastSeen;
    private long upToDateAt = System.nanoTime();
    private volatile long toldAt = System.nanoTime() - OWN.toNanos();
    private boolean blind;
    private volatile Snapshot snapshot = Snapshot.EMPTY;
    private volatile Snapshot prepared = Snapshot.EMPTY;

    /** Reads from the serving tables. */
    public PortfolioIndex(Serving serving, SetOfTables tables) {
        this.serving = serving;
        this.progress = tables.progress();
        this.tables = tables;
    }

    /** Fills the index, and keeps looking for what other instances project. */
    public void start() {
        refresh();
        looking = watch.scheduleWithFixedDelay(this::look, BETWEEN_LOOKS.toMillis(), BETWEEN_LOOKS.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** Stops looking. */
    public void stop() {
        if (looking != null) {
            looking.cancel(false);
        }
        watch.shutdown();
    }

    /**
     * Reads on if the tables have been ahead for a while, or others serve. Batches of this instance tell everything
     * themselves, just after they are committed: to read it meanwhile takes far longer, and holds them up.
     */
    private void look() {
        try {
            serving.look();
            Progress.Mark mark = progress.mark();
            boolean continues = mark.continues(snapshot.readAt());
            long now = System.nanoTime();
            if (snapshot.position() >= mark.position() || snapshot.position() != lastSeen) {
                upToDateAt = now;
            }
            Duration patience = now - toldAt < OWN.toNanos() ? TELLING : BETWEEN_LOOKS;
            if (!continues || now - upToDateAt >= patience.toNanos()) {
                refresh();
            }
            lastSeen = snapshot.position();
            if (blind) {
                blind = false;
                LOG.info("The tables of the read model can be read again");
            }
        } catch (RuntimeException failed) {
            if (!blind) {
                blind = true;
                LOG.warn("The tables of the read model cannot be read; trying again: {}", failed.toString());
            }
        }
    }

    /** All that is known now. */
    public Snapshot snapshot() {
        return snapshot;
    }

    /**
     * Waits until everything up to a stream position is known.
     *
     * @return whether it came to that in time
     */
    public boolean await(long position, Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        synchronized (this) {
            while (snapshot.position() < position) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    return false;
                }
                wait(left);
            }
            return true;
        }
    }

    @Override
    public void committed(Batch batch) {
        toldAt = System.nanoTime();
        synchronized (this) {
            Progress.Mark readAt = snapshot.readAt();
            boolean follows = batch.isAhead() && batch.from() == snapshot.position();
            if (follows && readAt != null && readAt.set() == serving.get()) {
                publish(after(batch, readAt));
            } else {
                refresh();
            }
        }
    }

    /** Reads on from the tables; everything anew where other tables serve, or rows of earlier positions have changed. */
    public void refresh() {
        serving.look();
        Progress.Mark mark = progress.mark();
        synchronized (this) {
            Snapshot base = mark.continues(snapshot.readAt()) ? snapshot
                    : mark.continues(prepared.readAt()) ? prepared
                    : Snapshot.EMPTY;
            if (base != snapshot || mark.position() > snapshot.position()) {
                publish(readOn(tables, base, mark));
                if (base == prepared) {
                    prepared = Snapshot.EMPTY;
                }
            }
        }
    }

    /**
     * Reads what a rebuilt set holds, so that little is left to read when it serves.
     *
     * @param rebuilt its tables, read only by the caller meanwhile
     */
    public void prepare(SetOfTables rebuilt) {
        prepared = readOn(rebuilt, Snapshot.EMPTY, rebuilt.progress().mark());
    }

    private void publish(Snapshot next) {
        snapshot = next;
        notifyAll();
    }

    private Snapshot after(Batch batch, Progress.Mark readAt) {
        TiltakChanges tiltak = batch.partIfAny(TiltakChanges.class);
        Map<TiltakNumber, List<Track.Step>> steps = new LinkedHashMap<>();
        if (tiltak != null) {
            for (TiltakChange change : tiltak.changes()) {
                steps.computeIfAbsent(change.number(), number -> new ArrayList<>())
                        .add(new Track.Step(change.event().position(), change.closed(), change.opened()));
            }
        }
        RoundChanges rounds = batch.partIfAny(RoundChanges.class);
        OrganisationChanges organisations = batch.partIfAny(OrganisationChanges.class);
        return new Snapshot(batch.to(),
                readAt.movedTo(batch.to()),
                snapshot.moments()
                        .with(batch.events()
                                .stream()
                                .map(event -> new Moment(event.position(), event.recordedAt()))
                                .toList()),
                tracks(snapshot, steps),
                rounds == null ? snapshot.rounds(Long.MAX_VALUE) : merged(rounds.changed()),
                organisations == null ? snapshot.organisations() : added(organisations.registered()));
    }

    private List<RoundView> merged(List<RoundView> changed) {
        Map<Object, RoundView> rounds = new LinkedHashMap<>();
        snapshot.rounds(Long.MAX_VALUE).forEach(round -> rounds.put(round.round(), round));
        changed.forEach(round -> rounds.put(round.round(), round));
        return rounds.values()
                .stream()
                .sorted(Comparator.comparing(RoundView::cutOff).thenComparing(RoundView::round))
                .toList();
    }

    private List<OrganisationView> added(List<OrganisationView> registered) {
        List<OrganisationView> all = new ArrayList<>(snapshot.organisations());
        all.addAll(registered);
        return all;
    }

    private static List<Track> tracks(Snapshot before, Map<TiltakNumber, List<Track.Step>> steps) {
        List<Track> tracks = new ArrayList<>(before.tracks());
        List<Track> come = new ArrayList<>();
        steps.forEach((number, ofOne) -> {
            int place = before.place(number);
            if (place < 0) {
                come.add(Track.empty(number).with(ofOne));
            } else {
                tracks.set(place, tracks.get(place).with(ofOne));
            }
        });
        if (!come.isEmpty()) {
            tracks.addAll(come);
            tracks.sort(Comparator.comparing(Track::number));
        }
        return tracks;
    }

    private static Snapshot readOn(SetOfTables tables, Snapshot from, Progress.Mark to) {
        List<TiltakEntries.Place> places = tables.tiltak().entries().placesBetween(from.position(), to.position());
        List<Moment> moments = new ArrayList<>(places.stream().map(TiltakEntries.Place::moment).toList());
        moments.addAll(tables.rounds().momentsBetween(from.position(), to.position()));
        moments.addAll(tables.organisations().momentsBetween(from.position(), to.position()));
        moments.sort(Comparator.comparingLong(Moment::position));
        return new Snapshot(to.position(), to, from.moments().with(moments),
                tracks(from, steps(places, tables.tiltak().versions().changedBetween(from.position(), to.position()))),
                tables.rounds()
                        .all()
                        .stream()
                        .filter(round -> round.openedPosition() <= to.position())
                        .map(round -> round.knownAt(to.position()))
                        .toList(),
                tables.organisations()
                        .all()
                        .stream()
                        .filter(organisation -> organisation.position() <= to.position())
                        .toList());
    }

    private static Map<TiltakNumber, List<Track.Step>> steps(List<TiltakEntries.Place> places,
            List<TiltakVersions.Row> rows) {
        Map<TiltakNumber, Map<Long, List<LocalDate>>> closed = new LinkedHashMap<>();
        Map<TiltakNumber, Map<Long, List<TiltakVersion>>> opened = new LinkedHashMap<>();
        for (TiltakVersions.Row row : rows) {
            TiltakVersion version = row.version();
            closed.computeIfAbsent(version.number(), number -> new TreeMap<>())
                    .computeIfAbsent(row.knownTo(), position -> new ArrayList<>())
                    .add(version.validFrom());
            opened.computeIfAbsent(version.number(), number -> new TreeMap<>())
                    .computeIfAbsent(version.knownFrom(), position -> new ArrayList<>())
                    .add(version);
        }
        Map<TiltakNumber, List<Track.Step>> steps = new LinkedHashMap<>();
        for (TiltakEntries.Place place : places) {
            long position = place.moment().position();
            steps.computeIfAbsent(place.number(), number -> new ArrayList<>())
                    .add(new Track.Step(position,
                            closed.getOrDefault(place.number(), Map.of()).getOrDefault(position, List.of()),
                            opened.getOrDefault(place.number(), Map.of()).getOrDefault(position, List.of())));
        }
        return steps;
    }
}
