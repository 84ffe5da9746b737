package no.ehelse.portfolio.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.ehelse.portfolio.eventstore.AppendOrder;
import no.ehelse.portfolio.eventstore.EventProcessors;
import no.ehelse.portfolio.round.RoundEvent;
import no.ehelse.portfolio.round.RoundEvent.PrintedFigureRecorded;
import no.ehelse.portfolio.round.RoundEvent.RoundClosed;
import no.ehelse.portfolio.round.RoundEvent.RoundOpened;
import no.ehelse.portfolio.round.RoundEvent.RoundPublished;
import no.ehelse.portfolio.round.RoundId;
import no.ehelse.portfolio.round.RoundState;
import no.ehelse.portfolio.round.Rounds;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rounds with their cut-off and state, as of the transaction that asks. */
@Component
@ProcessingGroup(EventProcessors.REGISTERS)
public class RoundRegister implements Rounds {

    private final JdbcClient database;
    private final AppendOrder order;

    RoundRegister(JdbcClient database, AppendOrder order) {
        this.database = database;
        this.order = order;
    }

    @Override
    public Optional<LocalDate> cutOff(RoundId round) {
        return database.sql("select cut_off from round_register where round = ?")
                .param(round.value())
                .query(LocalDate.class)
                .optional();
    }

    @Override
    public List<RoundId> publishedFrom(LocalDate day) {
        order.rememberPublications();
        return database.sql("""
                select round from round_register where state = ? and cut_off >= ? order by cut_off, round""")
                .params(RoundState.PUBLISHED.name(), day)
                .query((row, index) -> new RoundId(row.getString(1)))
                .list();
    }

    @EventHandler
    void on(RoundEvent event) {
        enter(event);
        if (event instanceof RoundPublished) {
            order.published();
        }
    }

    /** Enters what happened to a round. */
    void enter(RoundEvent event) {
        switch (event) {
            case RoundOpened opened ->
                database.sql("insert into round_register (round, cut_off, state) values (?, ?, ?)")
                        .params(opened.round().value(), opened.cutOff(), RoundState.OPEN.name())
                        .update();
            case RoundClosed closed -> enter(closed.round(), RoundState.CLOSED);
            case RoundPublished published -> enter(published.round(), RoundState.PUBLISHED);
            case PrintedFigureRecorded figure -> {}
        }
    }

    /** Enters of what happened to a round what is not entered yet. */
    void follow(RoundEvent event) {
        switch (event) {
            case RoundOpened opened -> database.sql("""
                    insert into round_register (round, cut_off, state)
                    select ?, ?, ? where not exists (select 1 from round_register where round = ?)""")
                    .params(opened.round().value(), opened.cutOff(), RoundState.OPEN.name(), opened.round().value())
                    .update();
            case RoundPublished published -> {
                enter(published);
                order.published();
            }
            case RoundClosed closed -> enter(closed);
            case PrintedFigureRecorded figure -> {}
        }
    }

    /** What is known of a round that cannot be read to its end is kept as that of a published one. */
    void protect(RoundId round) {
        enter(round, RoundState.PUBLISHED);
    }

    private void enter(RoundId round, RoundState state) {
        database.sql("update round_register set state = ? where round = ?")
                .params(state.name(), round.value())
                .update();
    }

    /** Forgets everything. */
    void clear() {
        database.sql("delete from round_register").update();
    }
}
