package no.ehelse.portfolio.xlsx;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The directory at the end of a zip archive, by which spreadsheets find its parts. What streams through an archive from its
 * start instead cannot read what several programs write, and sees something else where somebody means it to.
 */
final class Directory {

    private static final int END = 0x06054b50;
    private static final int END_SIZE = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int LARGE_END_LOCATOR = 0x07064b50;
    private static final int LARGE_END_LOCATOR_SIZE = 20;
    private static final int LARGE_END = 0x06064b50;
    private static final int ENTRY = 0x02014b50;
    private static final int CONTENT = 0x04034b50;
    private static final int CONTENT_HEADER_SIZE = 30;
    private static final int ENCRYPTED = 1;
    private static final short LARGE_SIZES = 1;
    private static final long ELSEWHERE = 0xFFFFFFFFL;

    private final ByteBuffer file;

    private Directory(byte[] file) {
        this.file = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * A part as the archive describes it; the places of its bytes are within the file.
     *
     * @param method how it is packed: 0 not at all, 8 deflated
     * @param checksum its CRC-32
     * @param start where its packed bytes start
     * @param packed how many they are
     */
    record Entry(String name, boolean isEncrypted, int method, int checksum, int start, int packed) {}

    /**
     * The parts of an archive.
     *
     * @param limit how many there may be
     * @throws UnreadableWorkbook if the directory is missing, or is not about this file
     * @throws WorkbookTooLarge if there are more
     */
    static List<Entry> of(byte[] file, int limit) throws UnreadableWorkbook {
        try {
            return new Directory(file).entries(limit);
        } catch (IndexOutOfBoundsException | BufferUnderflowException | IllegalArgumentException outside) {
            throw wrong();
        }
    }

    private static UnreadableWorkbook wrong() {
        return UnreadableWorkbook.damaged("its directory is not about its content");
    }

    private int end() throws UnreadableWorkbook {
        int last = file.capacity() - END_SIZE;
        for (int place = last; place >= Math.max(0, last - LONGEST_COMMENT); place--) {
            if (file.getInt(place) == END) {
                return place;
            }
        }
        throw UnreadableWorkbook.damaged("its end is missing");
    }

    private List<Entry> entries(int limit) throws UnreadableWorkbook {
        int end = end();
        long count = Short.toUnsignedLong(file.getShort(end + 10));
        long start = Integer.toUnsignedLong(file.getInt(end + 16));
        int locator = end - LARGE_END_LOCATOR_SIZE;
        if (locator >= 0 && file.getInt(locator) == LARGE_END_LOCATOR) {
            int large = Math.toIntExact(file.getLong(locator + 8));
            if (file.getInt(large) != LARGE_END) {
                throw wrong();
            }
            count = file.getLong(large + 32);
            start = file.getLong(large + 48);
        }
        if (count > limit) {
            throw new WorkbookTooLarge("The workbook has more than " + limit + " parts.");
        }
        file.position(place(start));
        List<Entry> entries = new ArrayList<>();
        long packed = 0;
        for (int number = 0; number < count; number++) {
            Entry entry = entry();
            packed += entry.packed();
            entries.add(entry);
        }
        if (packed > file.capacity()) {
            throw UnreadableWorkbook.damaged("its parts overlap");
        }
        return entries;
    }

    private int place(long place) throws UnreadableWorkbook {
        if (place < 0 || place > file.capacity()) {
            throw wrong();
        }
        return (int) place;
    }

    /** The entry at the position, which moves behind it. */
    private Entry entry() throws UnreadableWorkbook {
        int place = file.position();
        if (file.getInt(place) != ENTRY) {
            throw wrong();
        }
        int nameSize = Short.toUnsignedInt(file.getShort(place + 28));
        int extraSize = Short.toUnsignedInt(file.getShort(place + 30));
        int commentSize = Short.toUnsignedInt(file.getShort(place + 32));
        byte[] name = new byte[nameSize];
        file.get(place + 46, name);
        int extra = place + 46 + nameSize;
        file.position(extra + extraSize + commentSize);
        long[] sizes =
                {Integer.toUnsignedLong(file.getInt(place + 24)), Integer.toUnsignedLong(file.getInt(place + 20)),
                        Integer.toUnsignedLong(file.getInt(place + 42))};
        readLarge(sizes, extra, extra + extraSize);
        int packed = place(sizes[1]);
        int start = content(place(sizes[2]));
        if (packed > file.capacity() - start) {
            throw wrong();
        }
        return new Entry(new String(name, StandardCharsets.UTF_8), (file.getShort(place + 8) & ENCRYPTED) != 0,
                Short.toUnsignedInt(file.getShort(place + 10)), file.getInt(place + 16), start, packed);
    }

    /** Where a size is said to stand elsewhere, that is among the extra fields, one after the other. */
    private void readLarge(long[] sizes, int from, int to) {
        int field = from;
        while (field + 4 <= to) {
            int next = field + 4 + Short.toUnsignedInt(file.getShort(field + 2));
            int place = field + 4;
            for (int size = 0; size < sizes.length && file.getShort(field) == LARGE_SIZES; size++) {
                if (sizes[size] == ELSEWHERE) {
                    sizes[size] = file.getLong(place);
                    place += Long.BYTES;
                }
            }
            field = next;
        }
    }

    /** Where the bytes of a part start, behind what is said about them a second time. */
    private int content(int header) throws UnreadableWorkbook {
        if (file.getInt(header) != CONTENT) {
            throw wrong();
        }
        return place((long) header + CONTENT_HEADER_SIZE + Short.toUnsignedInt(file.getShort(header + 26))
                + Short.toUnsignedInt(file.getShort(header + 28)));
    }
}
