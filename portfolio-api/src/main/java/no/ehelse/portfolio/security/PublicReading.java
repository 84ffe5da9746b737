package no.ehelse.portfolio.security;

/** What is shown to readers who are not signed in. */
enum PublicReading {
    /** All that is known, but for who recorded it. */
    EVERYTHING,
    /** Published rounds as they were published, and nothing that was recorded later. */
    PUBLISHED,
    /** Nothing. */
    NONE
}
