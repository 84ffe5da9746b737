package no.ehelse.portfolio.round.view.report;

import no.ehelse.portfolio.round.RoundId;

/**
 * Asks what separates a published edition from what was known later.
 *
 * @param edition 1 for the first
 * @param published the stream position of the edition
 * @param position the later stream position
 */
public record FindCorrections(RoundId round, int edition, long published, long position) {}
