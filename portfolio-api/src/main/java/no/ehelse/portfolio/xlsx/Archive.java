package no.ehelse.portfolio.xlsx;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import no.ehelse.portfolio.xlsx.UnreadableWorkbook.Reason;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a workbook, unpacked. Sizes are counted as the bytes come out; what the archive says about them is not
 * believed. Only XML is kept; what else there is, such as pictures, is counted and forgotten.
 */
final class Archive {

    private static final int MEBIBYTE = 1024 * 1024;
    private static final int BUFFER = 8192;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    private final byte[] file;
    private final WorkbookLimits limits;
    private final Map<String, byte[]> xml = new HashMap<>();
    private long unpacked;

    private Archive(byte[] file, WorkbookLimits limits) {
        this.file = file;
        this.limits = limits;
    }

    /**
     * Unpacks a file.
     *
     * @throws UnreadableWorkbook if it is no complete zip archive, is encrypted, or has macros
     * @throws WorkbookTooLarge if it goes beyond the limits
     */
    static Archive unpacked(byte[] file, WorkbookLimits limits) throws UnreadableWorkbook {
        Archive archive = new Archive(file, limits);
        Set<String> names = new HashSet<>();
        for (Directory.Entry entry : Directory.of(file, limits.entries())) {
            String name = named(entry.name());
            if (!names.add(name)) {
                throw UnreadableWorkbook.damaged("it has two parts of one name");
            }
            refuseMacros(name);
            byte[] content = archive.content(entry, name.endsWith(".xml") || name.endsWith(".rels"));
            if (content != null) {
                archive.xml.put(name, content);
            }
        }
        return archive;
    }

    private byte @Nullable [] content(Directory.Entry entry, boolean kept) throws UnreadableWorkbook {
        if (entry.isEncrypted()) {
            throw new UnreadableWorkbook(Reason.ENCRYPTED_FILE,
                    "The file is an archive with a password; save it without.");
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        CRC32 checksum = new CRC32();
        switch (entry.method()) {
            case STORED -> accept(file, entry.start(), entry.packed(), checksum, kept ? content : null);
            case DEFLATED -> inflate(entry, checksum, kept ? content : null);
            default -> throw UnreadableWorkbook.damaged("a part is packed as no spreadsheet packs one");
        }
        if ((int) checksum.getValue() != entry.checksum()) {
            throw broken();
        }
        return kept ? content.toByteArray() : null;
    }

    private static UnreadableWorkbook broken() {
        return UnreadableWorkbook.damaged("it cannot be unpacked to its end");
    }

    private void inflate(Directory.Entry entry, CRC32 checksum, @Nullable ByteArrayOutputStream content)
            throws UnreadableWorkbook {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(file, entry.start(), entry.packed());
            byte[] buffer = new byte[BUFFER];
            while (!inflater.finished()) {
                int read = inflater.inflate(buffer);
                if (read == 0 && !inflater.finished()) {
                    throw broken();
                }
                accept(buffer, 0, read, checksum, content);
            }
        } catch (DataFormatException malformed) {
            throw broken();
        } finally {
            inflater.end();
        }
    }

    /** Counts bytes that came out, before anything else is done with them. */
    private void accept(byte[] bytes, int from, int count, CRC32 checksum, @Nullable ByteArrayOutputStream content) {
        unpacked += count;
        if (unpacked > limits.unpacked()) {
            throw new WorkbookTooLarge("The workbook unpacks to more than " + limits.unpacked() / MEBIBYTE + " MiB.");
        }
        if (unpacked > MEBIBYTE && unpacked / limits.ratio() > file.length) {
            throw new WorkbookTooLarge("The workbook unpacks to more than " + limits.ratio() + " times its size.");
        }
        checksum.update(bytes, from, count);
        if (content != null) {
            content.write(bytes, from, count);
        }
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
