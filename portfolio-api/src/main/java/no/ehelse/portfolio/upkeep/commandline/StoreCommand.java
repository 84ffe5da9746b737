package no.ehelse.portfolio.upkeep.commandline;

/** What the jar can do with a store that no service runs on. */
enum StoreCommand {
    /** Back the embedded store up. */
    BACKUP,
    /** Put a backup into an empty data folder. */
    RESTORE,
    /** Write the log to a file. */
    EXPORT,
    /** Take a log over from a file, into an empty store of any kind. */
    IMPORT
}
