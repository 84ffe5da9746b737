package no.ehelse.portfolio.tiltak.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.ehelse.portfolio.projection.Envelope;
import no.ehelse.portfolio.projection.Sql;

/**
 * The rows of a batch in a table of rectangles of both times. What is opened and closed within the batch is written once.
 *
 * @param <K> what identifies an open row
 * @param <V> a row's content
 */
final class Rectangles<K, V> {

    private final Map<K, V> open = new LinkedHashMap<>();
    private final List<Closing<K>> closings = new ArrayList<>();
    private final List<Row<V>> rows = new ArrayList<>();

    /**
     * That a row of an earlier batch is no longer known to hold.
     *
     * @param knownTo the stream position from which on it is not
     * @param recordedTo when that was recorded
     */
    record Closing<K>(K key, long knownTo, Instant recordedTo) {}

    /**
     * A row to insert.
     *
     * @param knownTo the stream position from which on it is no longer known to hold; {@link Sql#NO_POSITION}: it still is
     * @param recordedTo when that was recorded; {@link Sql#NEVER}: it was not
     */
    record Row<V>(V value, long knownTo, Instant recordedTo) {}

    void close(K key, Envelope by) {
        V ofThisBatch = open.remove(key);
        if (ofThisBatch == null) {
            closings.add(new Closing<>(key, by.position(), by.recordedAt()));
        } else {
            rows.add(new Row<>(ofThisBatch, by.position(), by.recordedAt()));
        }
    }

    void open(K key, V value) {
        open.put(key, value);
    }

    List<Closing<K>> closings() {
        return closings;
    }

    /**
     * The rows to insert, those that are still known to hold among them.
     *
     * @param byKey the order of the table's key: neighbours in a large batch then go to the same pages
     */
    List<Row<V>> rows(Comparator<V> byKey) {
        List<Row<V>> all = new ArrayList<>(rows);
        open.values().forEach(value -> all.add(new Row<>(value, Sql.NO_POSITION, Sql.NEVER)));
        all.sort(Comparator.comparing(Row::value, byKey));
        return all;
    }
}
