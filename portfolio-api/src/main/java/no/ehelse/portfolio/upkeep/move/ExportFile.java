package no.ehelse.portfolio.upkeep.move;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import no.ehelse.portfolio.evidence.LogExport;
import no.ehelse.portfolio.evidence.LogTally;
import no.ehelse.portfolio.files.OwnFiles;
import no.ehelse.portfolio.upkeep.Refused;

/** Writes the log to a file, which is there whole or not at all. */
public final class ExportFile {

    private ExportFile() {}

    /**
     * Writes a new file, compressed where its name ends with {@code .gz}.
     *
     * @return what is in it
     * @throws Refused if there is such a file already
     */
    public static LogTally write(LogExport export, Path file) throws IOException {
        if (Files.exists(file)) {
            throw new Refused("There is a file " + file + " already.");
        }
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        Files.deleteIfExists(unfinished);
        try {
            LogTally tally = written(export, unfinished, file.toString().endsWith(".gz"));
            OwnFiles.putInPlace(unfinished, file);
            return tally;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static LogTally written(LogExport export, Path file, boolean zipped) throws IOException {
        try (OutputStream bytes = OwnFiles.write(file);
                OutputStream lines = zipped ? new GZIPOutputStream(bytes) : bytes) {
            return export.writeTo(lines);
        }
    }
}
