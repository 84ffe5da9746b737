package no.ehelse.portfolio.importing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import no.ehelse.portfolio.command.RequestKey;
import no.ehelse.portfolio.eventstore.Provenance;
import no.ehelse.portfolio.register.WholeRequest;
import no.ehelse.portfolio.round.RoundId;
import no.ehelse.portfolio.tiltak.TiltakCommand;
import no.ehelse.portfolio.tiltak.TiltakNumber;
import no.ehelse.portfolio.web.RequestDigest;
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
    private final @Nullable WholeRequest request;
    private final String id;

    private RoundFile(RoundId round, FileFormat format, byte[] content, boolean correction, @Nullable String comment,
            Map<String, ?> provenance, Map<TiltakNumber, LocalDate> earliest, @Nullable WholeRequest request) {
        this.round = round;
        this.format = format;
        this.content = content;
        this.correction = correction;
        this.comment = comment;
        this.provenance = Map.copyOf(provenance);
        this.earliest = Map.copyOf(earliest);
        this.request = request;
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

    /** The same file, sent with an idempotency key. */
    RoundFile with(String key) {
        String digest = RequestDigest.of(new ImportRound(round, id, correction, comment));
        return new RoundFile(round, format, content, correction, comment, provenance, earliest,
                new WholeRequest("import:" + round, key, digest));
    }

    /** What is asked for with an import, without its provenance. */
    private record ImportRound(RoundId round, String id, boolean correction, @Nullable String comment) {}

    /**
     * A file that is part of something larger, which may be sent again after it was broken off.
     *
     * @param provenance what every event says about where it came from
     * @param request which every row is a part of
     * @param earliest the first day from which a newly registered tiltak may have been there
     */
    static RoundFile bundled(RoundId round, byte[] content, Map<String, ?> provenance, WholeRequest request,
            Map<TiltakNumber, LocalDate> earliest) {
        return new RoundFile(round, FileFormat.CSV, content, false, null, provenance, earliest, request);
    }

    /** The same file, in another format. */
    RoundFile in(FileFormat other) {
        return new RoundFile(round, other, content, correction, comment, provenance, earliest, request);
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

    /** The request that it came with; null: one without an idempotency key. */
    @Nullable WholeRequest request() {
        return request;
    }

    /** What a command of a row says about where it came from. */
    Map<String, Object> metaData(TiltakCommand command) {
        Map<String, Object> metaData = new HashMap<>(provenance);
        metaData.put(Provenance.IMPORT, id);
        if (request != null) {
            RequestKey part = request.part(command.getClass().getSimpleName());
            metaData.put(RequestKey.KEY, part.key());
            metaData.put(RequestKey.DIGEST, part.digest());
        }
        return metaData;
    }
}
