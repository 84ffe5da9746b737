package no.ehelse.portfolio.audit;

/**
 * Asks for every event of every kind, in stream order.
 *
 * @param after the position after which to begin
 * @param upTo the position up to which it is known
 * @param limit how many events at most
 * @param head the position of the last event of the log, for the answer
 */
public record FindAudit(long after, long upTo, int limit, long head) {}
