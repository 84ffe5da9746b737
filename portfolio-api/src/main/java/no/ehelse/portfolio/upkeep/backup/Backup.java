package no.ehelse.portfolio.upkeep.backup;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A backup of the embedded store.
 *
 * @param name of its archive, in the folder of backups
 * @param madeAt when it was begun: what was answered before is in it
 * @param position of the last event that is in it
 * @param events how many events are in it
 * @param size of the archive, in bytes
 * @param sha256 of the archive, as it was written; null: the file that says so is gone
 * @param heads the digest over the heads of all chains, which witnesses the log up to here
 * @param sealKeys the identifiers of the keys that sealed the events
 * @param sealKeysIncluded whether those keys are in it: they never are, and have to be kept apart
 */
public record Backup(String name, Instant madeAt, long position, long events, long size, @Nullable String sha256,
        String heads, List<String> sealKeys, boolean sealKeysIncluded) {

    /** Copies the identifiers. */
    public Backup {
        sealKeys = List.copyOf(sealKeys);
    }

    static Backup of(String name, long size, @Nullable String sha256, BackupManifest manifest) {
        return new Backup(name, manifest.madeAt(), manifest.position(), manifest.events(), size, sha256,
                manifest.heads(), manifest.sealKeys(), false);
    }
}
