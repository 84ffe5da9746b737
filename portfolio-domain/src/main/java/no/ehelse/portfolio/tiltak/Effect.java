package no.ehelse.portfolio.tiltak;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import no.ehelse.portfolio.command.Change;

/**
 * What an entry did on its effective day, as known when it was recorded.
 *
 * @param changes what it changed; presence first
 * @param confirmed the names of the attributes that it said again
 */
public record Effect(List<Change> changes, List<String> confirmed) {

    /** Copies the lists. */
    public Effect {
        changes = List.copyOf(changes);
        confirmed = List.copyOf(confirmed);
    }

    /**
     * What an entry does to a history.
     *
     * @param before the history just before it
     * @param after the history with it
     */
    static Effect of(TiltakHistory.Entry entry, TiltakHistory before, TiltakHistory after) {
        LocalDate day = before.dayOf(entry);
        TiltakState old = before.on(day);
        TiltakState now = after.on(day);
        Facts stated = TiltakEvent.factsOf(entry.event());
        List<String> confirmed = stated.attributes()
                .stream()
                .filter(old.facts()::state)
                .filter(attribute -> Objects.equals(old.facts().get(attribute), stated.get(attribute)))
                .map(Attribute::name)
                .toList();
        return new Effect(now.changesSince(old, day), confirmed);
    }
}
