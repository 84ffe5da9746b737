package no.ehelse.portfolio.evidence;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The whole log as lines of JSON, one event each, in stream order. */
@Component
public class LogExport {

    private static final int BUFFER = 64 * 1024;

    private final StoredLog log;
    private final JsonMapper json = JsonMapper.builder().build();

    /** Takes a log. */
    public LogExport(StoredLog log) {
        this.log = log;
    }

    /**
     * Writes every event that is recorded now, as it is read: neither is ever in memory as a whole.
     *
     * @return what was written
     * @throws IOException if it cannot be written
     */
    public LogTally writeTo(OutputStream out) throws IOException {
        OutputStream lines = new BufferedOutputStream(out, BUFFER);
        LogTally tally = new LogTally();
        try {
            log.read(StoredLog.START, log.end(), event -> {
                write(event, lines);
                tally.add(event);
            });
        } catch (UncheckedIOException notWritten) {
            throw notWritten.getCause();
        }
        lines.flush();
        return tally;
    }

    private void write(StoredEvent event, OutputStream lines) {
        try {
            lines.write(json.writeValueAsBytes(ExportedEvent.of(event)));
            lines.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
