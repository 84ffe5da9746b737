package no.ehelse.portfolio.upkeep.backup;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import no.ehelse.portfolio.files.OwnFiles;
import no.ehelse.portfolio.upkeep.Refused;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The file of a backup: a zip archive of its manifest and the database. */
final class BackupArchive {

    private static final String MANIFEST = "manifest.json";
    private static final String DATABASE = "portfolio.mv.db";
    private static final int LARGEST_MANIFEST = 1_000_000;
    private static final JsonMapper JSON = JsonMapper.shared();

    private BackupArchive() {}

    /** Writes a new archive, which its owner only can read. */
    static void write(Path archive, BackupManifest manifest, Path database) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(OwnFiles.write(archive))) {
            zip.setLevel(Deflater.BEST_SPEED);
            zip.putNextEntry(new ZipEntry(MANIFEST));
            zip.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
            zip.putNextEntry(new ZipEntry(DATABASE));
            Files.copy(database, zip);
        }
    }

    /**
     * What an archive says about itself.
     *
     * @throws Refused if it is no backup of this service that this version can read
     */
    static BackupManifest manifest(Path archive) {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            return manifest(archive, zip);
        } catch (IOException damaged) {
            throw new Refused(archive + " is no whole archive: " + damaged.getMessage(), damaged);
        }
    }

    private static BackupManifest manifest(Path archive, ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(MANIFEST);
        if (entry == null || zip.getEntry(DATABASE) == null || zip.size() != 2) {
            throw new Refused(archive + " is no backup of this service.");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(LARGEST_MANIFEST);
            CRC32 sum = new CRC32();
            sum.update(bytes);
            if (sum.getValue() != entry.getCrc()) {
                throw new Refused(archive + " is damaged: what it says about itself is not what was written.");
            }
            return checked(archive, bytes);
        }
    }

    private static BackupManifest checked(Path archive, byte[] bytes) {
        try {
            JsonNode tree = JSON.readTree(bytes);
            if (!tree.path("service").asString("").equals(BackupManifest.SERVICE)) {
                throw new Refused(archive + " is no backup of this service.");
            }
            int format = tree.path("format").asInt(0);
            if (format != BackupManifest.FORMAT) {
                throw new Refused(archive + " is a backup of format " + format + ", which this version cannot read.");
            }
            return JSON.treeToValue(tree, BackupManifest.class);
        } catch (JacksonException e) {
            throw new Refused(archive + " is no backup of this service.", e);
        }
    }

    /**
     * Writes the database of an archive to a new file.
     *
     * @param target null: to nowhere, it is only checked
     * @throws Refused if the archive is damaged
     */
    static void extract(Path archive, BackupManifest manifest, @Nullable Path target) throws IOException {
        try (OutputStream out = target == null ? OutputStream.nullOutputStream() : OwnFiles.write(target)) {
            String sha256 = digest(archive, out);
            if (!sha256.equals(manifest.sha256())) {
                throw new Refused(archive + " is damaged: the SHA-256 of its database is " + sha256 + ", not "
                        + manifest.sha256() + ".");
            }
        }
    }

    private static String digest(Path archive, OutputStream out) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile()); InputStream in = zip.getInputStream(database(zip))) {
            return OwnFiles.copy(in, out);
        } catch (ZipException | EOFException damaged) {
            throw new Refused(archive + " is damaged: " + damaged.getMessage(), damaged);
        }
    }

    private static ZipEntry database(ZipFile zip) {
        return Objects.requireNonNull(zip.getEntry(DATABASE));
    }
}
