package no.ehelse.portfolio.upkeep.commandline;

/** What the jar can do with a store that no service runs on. */
enum StoreCommand {
    /** Back the embedded store up. */
    BACKUP,
    /** Put a backup into an empty data folder. */
    RESTORE
}
