package no.ehelse.portfolio.upkeep.backup;

import java.time.Instant;
import java.util.List;
import no.ehelse.portfolio.evidence.LogTally;

/**
 * What a backup says about itself, in the archive beside the database.
 *
 * @param service whose it is: {@link #SERVICE}
 * @param format the version of this shape
 * @param madeAt when it was begun
 * @param position of the last event that is in it
 * @param events how many events are in it
 * @param heads the digest over the heads of all chains
 * @param sealKeys the identifiers of the keys that sealed the events; the keys themselves are not in it
 * @param schema the number of the last migration of the database
 * @param types of the events
 * @param size of the database, in bytes
 * @param sha256 of the database
 */
record BackupManifest(String service, int format, Instant madeAt, long position, long events, String heads,
        List<String> sealKeys, int schema, List<LogTally.Type> types, long size, String sha256) {

    static final String SERVICE = "portfolio";
    static final int FORMAT = 1;

    /** Copies the lists. */
    BackupManifest {
        sealKeys = List.copyOf(sealKeys);
        types = List.copyOf(types);
    }
}
