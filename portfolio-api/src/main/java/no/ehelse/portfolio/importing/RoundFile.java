package no.ehelse.portfolio.importing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import no.ehelse.portfolio.command.RequestKey;
import no.ehelse.portfolio.eventstore.Provenance;
import no.ehelse.portfolio.round.RoundId;
import no.ehelse.portfolio.tiltak.TiltakNumber;
import org.jspecify.annotations.Nullable;

/** A whole round in a file, and how its sender wants it taken. */
public final class RoundFile {

    private final RoundId round;
    private final FileFormat format;
    private final byte[] content;
    private final boolean correction;
    private final @Nullable String comment;
    private final Map<String, Object> provenance;
    private final Map<TiltakNumber, LocalDate> earliest;
    private final @Nullable String keyPrefix;
    private final String id;

    private RoundFile(RoundId round, FileFormat format, byte[] content, boolean correction, @Nullable String comment,
            Map<String, ?> provenance, Map<TiltakNumber, LocalDate> earliest, @Nullable String keyPrefix) {
        this.round = round;
        this.format = format;
        this.content = content;
        this.correction = correction;
        this.comment = comment;
        this.provenance = Map.copyOf(provenance);
        this.earliest = Map.copyOf(earliest);
        this.keyPrefix = keyPrefix;
        this.id = id(round, content);
    }

    private static String id(RoundId round, byte[] content) {
        ByteBuffer whole = ByteBuffer.allocate(round.value().length() + content.length);
        whole.put(round.value().getBytes(StandardCharsets.US_ASCII)).put(content);
        return UUID.nameUUIDFromBytes(whole.array()).toString();
    }

    /**
     * A CSV file that somebody sent.
     *
     * @param correction whether it knowingly changes what a published round was about
     * @param comment the reason in the sender's words, for every row; null: none was given
     * @param provenance what every event says about where it came from, see {@link Provenance}
     */
    public static RoundFile sent(RoundId round, byte[] content, boolean correction, @Nullable String comment,
            Map<String, ?> provenance) {
        return new RoundFile(round, FileFormat.CSV, content, correction, comment, provenance, Map.of(), null);
    }

    /**
     * A file that is part of something larger, which may be sent again after it was broken off.
     *
     * @param provenance what every event says about where it came from
     * @param keyPrefix what the idempotency key of every row begins with
     * @param earliest the first day from which a newly registered tiltak may have been there
     */
    static RoundFile bundled(RoundId round, byte[] content, Map<String, ?> provenance, String keyPrefix,
            Map<TiltakNumber, LocalDate> earliest) {
        return new RoundFile(round, FileFormat.CSV, content, false, null, provenance, earliest, keyPrefix);
    }

    /** The same file, in another format. */
    public RoundFile in(FileFormat other) {
        return new RoundFile(round, other, content, correction, comment, provenance, earliest, keyPrefix);
    }

    FileFormat format() {
        return format;
    }

    RoundId round() {
        return round;
    }

    byte[] content() {
        return content;
    }

    boolean correction() {
        return correction;
    }

    @Nullable String comment() {
        return comment;
    }

    /** The first day from which a tiltak may have been there; null: its registration's day is exact. */
    @Nullable LocalDate earliest(TiltakNumber number) {
        return earliest.get(number);
    }

    /** The same file in the same round is the same import: a dry run, the import itself, and its repetition. */
    String id() {
        return id;
    }

    /** What the command of a row says about where it came from. */
    Map<String, Object> metaData(TiltakNumber number) {
        Map<String, Object> metaData = new HashMap<>(provenance);
        metaData.put(Provenance.IMPORT, id);
        if (keyPrefix != null) {
            metaData.put(RequestKey.KEY, keyPrefix + number);
            metaData.put(RequestKey.DIGEST, keyPrefix + number);
        }
        return metaData;
    }
}
