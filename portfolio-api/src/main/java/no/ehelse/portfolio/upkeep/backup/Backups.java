package no.ehelse.portfolio.upkeep.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.ehelse.portfolio.eventstore.OnlineCopy;
import no.ehelse.portfolio.files.OwnFiles;
import no.ehelse.portfolio.upkeep.Refused;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** The backups of the embedded store: a folder of archives, named by when they were made and how far they reach. */
public final class Backups {

    private static final Logger LOG = LoggerFactory.getLogger(Backups.class);

    private static final DateTimeFormatter NAMED =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);
    private static final String PREFIX = "portfolio-";
    private static final Pattern BEGUN = Pattern.compile(PREFIX + "([0-9]{8}T[0-9]{9}Z)-[0-9]+[.]zip");
    private static final String UNFINISHED = ".unfinished-";
    private static final Duration ABANDONED = Duration.ofDays(1);

    private final Path folder;
    private final OnlineCopy database;
    private final Clock clock;
    private final AtomicBoolean making = new AtomicBoolean();

    /**
     * The backups in a folder.
     *
     * @param database that is backed up
     */
    public Backups(Path folder, OnlineCopy database, Clock clock) {
        this.folder = folder;
        this.database = database;
        this.clock = Clock.tick(clock, Duration.ofMillis(1));
    }

    /**
     * Makes one. Everything that was committed before is in it, and nothing by halves.
     *
     * @return empty: one is being made
     * @throws BackupFailed if it could not be made
     */
    public Optional<Backup> make() {
        if (!making.compareAndSet(false, true)) {
            return Optional.empty();
        }
        try {
            return Optional.of(made());
        } catch (IOException | DataAccessException e) {
            LOG.error("The backup to {} failed", folder, e);
            throw new BackupFailed(e);
        } finally {
            making.set(false);
        }
    }

    private Backup made() throws IOException {
        Instant madeAt = clock.instant();
        OwnFiles.makeFolder(folder);
        removeAbandoned(madeAt);
        Path work = OwnFiles.newFolder(folder, UNFINISHED);
        try {
            DatabaseCopy copy = DatabaseCopy.of(database, work);
            BackupManifest manifest = new BackupManifest(BackupManifest.SERVICE, BackupManifest.FORMAT, madeAt,
                    copy.log().position(), copy.log().events(), copy.log().heads(),
                    copy.log().keys().stream().sorted().toList(), copy.schema(),
                    copy.log().types().stream().sorted().toList(), Files.size(copy.file()),
                    OwnFiles.sha256(copy.file()));
            String name = PREFIX + NAMED.format(madeAt) + "-" + copy.log().position() + ".zip";
            Path archive = work.resolve(name);
            BackupArchive.write(archive, manifest, copy.file());
            return Backup.of(name, Files.size(archive), putInPlace(archive), manifest);
        } finally {
            OwnFiles.remove(work);
        }
    }

    /** The archive comes last: whoever sees it sees its digest, too. */
    private String putInPlace(Path archive) throws IOException {
        String name = archive.getFileName().toString();
        String sha256 = OwnFiles.sha256(archive);
        Path digest = archive.resolveSibling(digestOf(name));
        try (OutputStream line = OwnFiles.write(digest)) {
            line.write((sha256 + "  " + name + "\n").getBytes(StandardCharsets.US_ASCII));
        }
        OwnFiles.putInPlace(digest, folder.resolve(digestOf(name)));
        OwnFiles.putInPlace(archive, folder.resolve(name));
        return sha256;
    }

    /** The name of the file that has an archive's SHA-256, as {@code sha256sum} reads it. */
    static String digestOf(String archive) {
        return archive + ".sha256";
    }

    /** What a killed process left. */
    private void removeAbandoned(Instant now) throws IOException {
        for (Path left : files(UNFINISHED)) {
            if (Files.getLastModifiedTime(left).toInstant().isBefore(now.minus(ABANDONED))) {
                OwnFiles.remove(left);
            }
        }
    }

    private List<Path> files(String prefix) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix)).toList();
        }
    }

    /** When the latest was begun, by its name: nothing is opened for it; null: there is none. */
    public @Nullable Instant latest() {
        try {
            return files(PREFIX).stream()
                    .map(file -> BEGUN.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(name -> NAMED.parse(name.group(1), Instant::from))
                    .max(Comparator.naturalOrder())
                    .orElse(null);
        } catch (IOException | DateTimeException e) {
            LOG.warn("The backups in {} cannot be listed", folder, e);
            return null;
        }
    }

    /** Those there are, the latest first. */
    public List<Backup> all() {
        try {
            return files(PREFIX).stream()
                    .filter(file -> file.getFileName().toString().endsWith(".zip"))
                    .flatMap(file -> Optional.ofNullable(found(file)).stream())
                    .sorted(Comparator.comparing(Backup::madeAt).thenComparingLong(Backup::position).reversed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable Backup found(Path archive) {
        try {
            return Backup.of(archive.getFileName().toString(), Files.size(archive), sha256(archive),
                    BackupArchive.manifest(archive));
        } catch (IOException | Refused unreadable) {
            LOG.warn("{} is among the backups, and is none", archive, unreadable);
            return null;
        }
    }

    /** What an archive's digest is said to be; null: nobody says so. */
    static @Nullable String sha256(Path archive) throws IOException {
        Path digest = archive.resolveSibling(digestOf(archive.getFileName().toString()));
        return Files.exists(digest) ? Files.readString(digest).strip().split(" ", 2)[0] : null;
    }
}
