package no.ehelse.portfolio.upkeep.move;

/**
 * A log that was taken over.
 *
 * @param events how many there are
 * @param editions how many editions of rounds are among them
 * @param heads the digest over the heads of all chains
 */
public record TakenOver(long events, long editions, String heads) {}
