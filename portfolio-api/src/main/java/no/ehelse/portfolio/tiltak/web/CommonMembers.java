package no.ehelse.portfolio.tiltak.web;

import no.ehelse.portfolio.round.RoundId;
import no.ehelse.portfolio.tiltak.Occasion;
import no.ehelse.portfolio.web.Remark;
import org.jspecify.annotations.Nullable;

/**
 * The members that the bodies of most commands on a tiltak have in common.
 *
 * @param effectiveFrom the first day on which it holds
 * @param comment the reason in the reporter's words
 * @param round the reporting round it belongs to
 * @param correction whether it knowingly changes what a published round was about; null: it does not
 */
record CommonMembers(Day effectiveFrom, @Nullable Remark comment, @Nullable RoundId round,
        @Nullable Boolean correction) {

    Occasion occasion() {
        return new Occasion(effectiveFrom.value(), Remark.text(comment), round, Boolean.TRUE.equals(correction));
    }
}
