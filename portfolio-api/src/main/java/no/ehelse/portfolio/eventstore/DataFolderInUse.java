package no.ehelse.portfolio.eventstore;

import java.nio.file.Path;

/** Thrown where another process has the data folder. */
public final class DataFolderInUse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DataFolderInUse(Path folder, String owner) {
        super("The data folder " + folder + " is in use by another " + (owner.isEmpty() ? "process" : owner)
                + " of this service.");
    }
}
