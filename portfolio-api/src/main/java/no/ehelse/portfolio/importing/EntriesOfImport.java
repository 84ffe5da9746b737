package no.ehelse.portfolio.importing;

import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import no.ehelse.portfolio.eventstore.Provenance;
import no.ehelse.portfolio.evidence.MetaDataPairs;
import no.ehelse.portfolio.evidence.StoredEvent;
import no.ehelse.portfolio.evidence.StoredLog;
import no.ehelse.portfolio.tiltak.TiltakNumber;
import org.springframework.stereotype.Component;

/** Which entries an import recorded: their metadata says so, and the whole log is asked, because that is done rarely. */
@Component
class EntriesOfImport {

    private static final String TILTAK = "tiltak:";

    private final StoredLog log;

    EntriesOfImport(StoredLog log) {
        this.log = log;
    }

    /**
     * The identifiers of its events by tiltak, in ascending number; none where there is no such import.
     *
     * @param id the import's identifier
     */
    SortedMap<TiltakNumber, Set<String>> of(String id) {
        SortedMap<TiltakNumber, Set<String>> entries = new TreeMap<>();
        log.read(StoredLog.START, log.end(), event -> {
            if (isOf(event, id)) {
                entries.computeIfAbsent(number(event), number -> new HashSet<>()).add(event.event());
            }
        });
        return entries;
    }

    private static boolean isOf(StoredEvent event, String id) {
        if (!event.aggregate().startsWith(TILTAK) || event.metaData() == null
                || !event.metaData().text().contains(Provenance.IMPORT)) {
            return false;
        }
        SortedMap<String, String> pairs = MetaDataPairs.of(event.metaData());
        return pairs != null && id.equals(pairs.get(Provenance.IMPORT));
    }

    private static TiltakNumber number(StoredEvent event) {
        return new TiltakNumber(Integer.parseInt(event.aggregate().substring(TILTAK.length())));
    }
}
