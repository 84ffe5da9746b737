package no.ehelse.portfolio.upkeep.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import no.ehelse.portfolio.eventstore.DataFolder;
import no.ehelse.portfolio.eventstore.EmbeddedStore;
import no.ehelse.portfolio.eventstore.EventTypes;
import no.ehelse.portfolio.evidence.HeadMemory;
import no.ehelse.portfolio.evidence.SealKeyFile;
import no.ehelse.portfolio.evidence.SealKeys;
import no.ehelse.portfolio.files.OwnFiles;
import no.ehelse.portfolio.upkeep.Refused;
import org.jspecify.annotations.Nullable;

/** Puts the database of a backup into a data folder that has none. */
public final class Restoring {

    private final Path archive;
    private final EmbeddedStore target;
    private final Path sealKeyFile;
    private final boolean withoutSealKey;

    /**
     * What to restore, and where.
     *
     * @param folder the data folder, which is made if it is missing
     * @param sealKeyFile with the keys that sealed the events
     * @param withoutSealKey whether it is accepted that some of those keys are lost
     */
    public Restoring(Path archive, Path folder, Path sealKeyFile, boolean withoutSealKey) {
        this.archive = archive;
        this.target = new EmbeddedStore(folder);
        this.sealKeyFile = sealKeyFile;
        this.withoutSealKey = withoutSealKey;
    }

    /**
     * Checks the archive from its first byte to its last, and puts its database in place, whole or not at all.
     *
     * @throws Refused if the archive is not what was written, or not for here; nothing is changed then
     */
    public Backup run() throws IOException {
        if (!Files.isRegularFile(archive)) {
            throw new Refused("There is no file " + archive + ".");
        }
        BackupManifest manifest = BackupArchive.manifest(archive);
        String sha256 = checkedDigest();
        BackupArchive.extract(archive, manifest, null);
        checkVersion(manifest);
        checkKeys(manifest.sealKeys());
        try (DataFolder taken = DataFolder.take(target.folder())) {
            checkNothingIsIn(taken.path());
            Path whole = taken.path().resolve("restored.unfinished");
            Files.deleteIfExists(whole);
            BackupArchive.extract(archive, manifest, whole);
            OwnFiles.putInPlace(whole, target.file());
        }
        return Backup.of(archive.getFileName().toString(), Files.size(archive), sha256, manifest);
    }

    private @Nullable String checkedDigest() throws IOException {
        String said = Backups.sha256(archive);
        if (said == null) {
            return null;
        }
        String computed = OwnFiles.sha256(archive);
        if (!computed.equals(said)) {
            throw new Refused(archive + " is damaged: its SHA-256 is " + computed + ", and was " + said + ".");
        }
        return said;
    }

    private void checkVersion(BackupManifest manifest) {
        int known = SchemaVersion.ofThisService();
        if (manifest.schema() > known) {
            throw new Refused(archive + " is from a later version of this service: its database is at migration "
                    + manifest.schema() + ", and this version knows those up to " + known + ".");
        }
        manifest.types()
                .stream()
                .filter(type -> EventTypes.isNewer(type.name(), type.revision()))
                .findFirst()
                .ifPresent(type -> {
                    throw new Refused(archive + " is from a later version of this service: it has events "
                            + type.name() + " of revision " + type.revision() + ", which this version does not know.");
                });
    }

    private void checkKeys(List<String> needed) {
        List<String> lacking = needed;
        if (Files.exists(sealKeyFile)) {
            SealKeys keys = SealKeyFile.read(sealKeyFile);
            lacking = needed.stream().filter(key -> !keys.have(key)).toList();
        }
        if (!lacking.isEmpty() && !withoutSealKey) {
            throw new Refused("The events are sealed with " + lacking + ", which " + sealKeyFile
                    + " does not have. Put the keys there, which are kept apart from backups, or, where they are lost,"
                    + " accept with --portfolio.store.without-seal-key=true that no seal can be checked any more.");
        }
    }

    private void checkNothingIsIn(Path folder) {
        if (target.exists()) {
            throw new Refused("There is a store in " + folder + " already. Restore into another folder.");
        }
        if (Files.exists(folder.resolve(HeadMemory.FILE))) {
            throw new Refused("There was a store in " + folder + ", and its file " + HeadMemory.FILE
                    + " remembers how many events it had. Restore into another folder, or move that file away to accept"
                    + " that what is not in the backup is lost.");
        }
    }
}
