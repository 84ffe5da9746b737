package no.ehelse.portfolio.xlsx;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import no.ehelse.portfolio.xlsx.UnreadableWorkbook.Reason;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a workbook, unpacked. Sizes are counted as the bytes come out; what the archive says about them is not
 * believed. Only XML is kept; what else there is, such as pictures, is counted and forgotten.
 */
final class Archive {

    private static final int MEBIBYTE = 1024 * 1024;
    private static final int BUFFER = 8192;

    /** The end of the directory that an archive ends with: its signature, its own size, the longest comment behind. */
    private static final byte[] END = {'P', 'K', 5, 6};
    private static final int END_SIZE = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int COUNT_OF_ENTRIES = 10;
    private static final int COUNTED_ELSEWHERE = 0xFFFF;

    private final int packed;
    private final WorkbookLimits limits;
    private final Set<String> names = new HashSet<>();
    private final Map<String, byte[]> xml = new HashMap<>();
    private long unpacked;

    private Archive(int packed, WorkbookLimits limits) {
        this.packed = packed;
        this.limits = limits;
    }

    /**
     * Unpacks a file.
     *
     * @throws UnreadableWorkbook if it is no complete zip archive, is encrypted, or has macros
     * @throws WorkbookTooLarge if it goes beyond the limits
     */
    static Archive unpacked(byte[] file, WorkbookLimits limits) throws UnreadableWorkbook {
        Archive archive = new Archive(file.length, limits);
        archive.unpack(file);
        int announced = entriesAnnounced(file);
        if (archive.names.isEmpty()) {
            throw new UnreadableWorkbook(Reason.UNREADABLE_FILE,
                    "The file is an empty or damaged zip archive, and no xlsx workbook.");
        }
        if (announced != archive.names.size() && announced != COUNTED_ELSEWHERE) {
            throw UnreadableWorkbook.damaged(announced < 0 ? "its end is missing" : "its directory is not its content");
        }
        return archive;
    }

    private void unpack(byte[] file) throws UnreadableWorkbook {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = named(entry.getName());
                if (!names.add(name)) {
                    throw UnreadableWorkbook.damaged("it has two parts of one name");
                }
                if (names.size() > limits.entries()) {
                    throw new WorkbookTooLarge("The workbook has more than " + limits.entries() + " parts.");
                }
                refuseMacros(name);
                byte[] content = content(zip, name.endsWith(".xml") || name.endsWith(".rels"));
                if (content != null) {
                    xml.put(name, content);
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            String message = String.valueOf(broken.getMessage());
            throw message.contains("encrypted")
                    ? new UnreadableWorkbook(Reason.ENCRYPTED_FILE,
                            "The file is an archive with a password; save it without.")
                    : UnreadableWorkbook.damaged("it cannot be unpacked to its end");
        }
    }

    private byte @Nullable [] content(ZipInputStream zip, boolean kept) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER];
        for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
            unpacked += read;
            if (unpacked > limits.unpacked()) {
                throw new WorkbookTooLarge(
                        "The workbook unpacks to more than " + limits.unpacked() / MEBIBYTE + " MiB.");
            }
            if (unpacked > MEBIBYTE && unpacked / limits.ratio() > packed) {
                throw new WorkbookTooLarge("The workbook unpacks to more than " + limits.ratio() + " times its size.");
            }
            if (kept) {
                content.write(buffer, 0, read);
            }
        }
        return kept ? content.toByteArray() : null;
    }

    private static void refuseMacros(String name) throws UnreadableWorkbook {
        if (name.endsWith("vbaproject.bin") || name.startsWith("xl/macrosheets/")) {
            throw withMacros();
        }
        if (name.equals("xl/workbook.bin")) {
            throw new UnreadableWorkbook(Reason.UNREADABLE_FILE,
                    "The file is a binary workbook (xlsb); save it as xlsx.");
        }
    }

    static UnreadableWorkbook withMacros() {
        return new UnreadableWorkbook(Reason.MACROS, "The workbook has macros (xlsm); save it as xlsx without them.");
    }

    /** How many entries the archive's directory says that it has; −1: it has no end. */
    private static int entriesAnnounced(byte[] file) {
        int first = Math.max(0, file.length - END_SIZE - LONGEST_COMMENT);
        for (int place = file.length - END_SIZE; place >= first; place--) {
            if (file[place] == END[0] && file[place + 1] == END[1] && file[place + 2] == END[2]
                    && file[place + 3] == END[3]) {
                return (file[place + COUNT_OF_ENTRIES] & 0xFF) | (file[place + COUNT_OF_ENTRIES + 1] & 0xFF) << 8;
            }
        }
        return -1;
    }

    /** Parts go by their names without regard to letter case, and some writers use the other slash. */
    private static String named(String name) {
        return name.replace('\\', '/').toLowerCase(Locale.ROOT);
    }

    /**
     * A part of XML; null: there is none of that name.
     *
     * @param name from the root of the archive, without a slash before it
     */
    byte @Nullable [] part(String name) {
        return xml.get(named(name));
    }
}
