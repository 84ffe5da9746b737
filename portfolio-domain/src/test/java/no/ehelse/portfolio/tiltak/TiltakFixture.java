package no.ehelse.portfolio.tiltak;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import no.ehelse.portfolio.command.Change;
import no.ehelse.portfolio.command.CommandFixture;
import no.ehelse.portfolio.organisation.OrganisationId;
import no.ehelse.portfolio.organisation.OrganisationsInMemory;
import no.ehelse.portfolio.round.RoundId;
import no.ehelse.portfolio.round.RoundsInMemory;
import no.ehelse.portfolio.tiltak.TiltakCommand.SubmitReport;
import no.ehelse.portfolio.tiltak.TiltakEvent.EntryRetracted;
import no.ehelse.portfolio.tiltak.TiltakEvent.ReportSubmitted;
import no.ehelse.portfolio.tiltak.TiltakEvent.StatusReported;
import no.ehelse.portfolio.tiltak.TiltakEvent.TiltakRegistered;
import no.ehelse.portfolio.tiltak.TiltakEvent.TiltakReinstated;
import no.ehelse.portfolio.tiltak.TiltakEvent.TiltakRemoved;
import org.jspecify.annotations.Nullable;

/** The made-up tiltak 9001 on 15 June 2022, with three rounds, two organisations, and builders for its events. */
abstract class TiltakFixture extends CommandFixture<Tiltak> {

    static final TiltakNumber NUMBER = new TiltakNumber(9001);
    static final String NAME = "Felles legemiddelliste";

    static final LocalDate TODAY = day("2022-06-15");
    static final LocalDate MARCH = day("2020-03-01");
    static final LocalDate JUNE = day("2020-06-15");
    static final LocalDate OCTOBER = day("2020-10-09");
    static final LocalDate FEBRUARY = day("2021-02-12");

    static final RoundId ROUND = new RoundId("2020-10");
    static final RoundId LATER_ROUND = new RoundId("2021-02");
    static final RoundId UNKNOWN_ROUND = new RoundId("2031-01");

    static final OrganisationId DIRECTORATE = new OrganisationId("direktoratet-for-e-helse");
    static final OrganisationId SOUTH_EAST = new OrganisationId("helse-sor-ost-rhf");

    final RoundsInMemory rounds = new RoundsInMemory();
    final OrganisationsInMemory organisations = new OrganisationsInMemory();

    TiltakFixture() {
        super(Tiltak.class);
        rounds.open(ROUND, OCTOBER);
        rounds.open(LATER_ROUND, FEBRUARY);
        organisations.register(DIRECTORATE, "Direktoratet for e-helse", "e-helse");
        organisations.register(SOUTH_EAST, "Helse Sør-Øst RHF");
        provide(Circumstances.class, this::circumstances);
    }

    final Circumstances circumstances() {
        return new Circumstances(TODAY, actor, conditions, rounds, organisations);
    }

    final String eventId(int sequence) {
        return eventId(NUMBER.aggregateIdentifier(), sequence);
    }

    static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    static Occasion on(LocalDate effectiveFrom) {
        return Occasion.on(effectiveFrom);
    }

    static Occasion in(RoundId round, LocalDate effectiveFrom) {
        return new Occasion(effectiveFrom, null, round, false);
    }

    static Occasion because(String comment, LocalDate effectiveFrom) {
        return new Occasion(effectiveFrom, comment, null, false);
    }

    static Occasion correction(@Nullable String comment, LocalDate effectiveFrom) {
        return new Occasion(effectiveFrom, comment, null, true);
    }

    /** The values of a tiltak of which only the name is stated. */
    static Facts named(String name) {
        return Facts.of(Attribute.NAME, name).with(Attribute.ACTIVITY, Activity.ACTIVE);
    }

    static Facts status(@Nullable Status status) {
        return Facts.of(Attribute.STATUS, status);
    }

    static BigDecimal million(String amount) {
        return new BigDecimal(amount);
    }

    static Change change(Attribute<?> attribute, @Nullable Object before, @Nullable Object after) {
        return new Change(attribute.name(), attribute.write(before), attribute.write(after));
    }

    static final Change JOINED = new Change("inPortfolio", "false", "true");
    static final Change LEFT = new Change("inPortfolio", "true", "false");

    static TiltakRegistered registered(LocalDate effectiveFrom) {
        return registered(on(effectiveFrom), named(NAME));
    }

    static TiltakRegistered registered(Occasion occasion, Facts facts) {
        return new TiltakRegistered(NUMBER, occasion, facts, null);
    }

    static StatusReported statusReported(LocalDate effectiveFrom, @Nullable Status status) {
        return new StatusReported(NUMBER, on(effectiveFrom), status);
    }

    static ReportSubmitted reported(RoundId round, LocalDate effectiveFrom, Facts facts) {
        return reported(round, effectiveFrom, facts, Comments.NONE);
    }

    static ReportSubmitted reported(RoundId round, LocalDate effectiveFrom, Facts facts, Comments comments) {
        return new ReportSubmitted(NUMBER, in(round, effectiveFrom), facts, comments);
    }

    static EntryRetracted retracted(String event) {
        return new EntryRetracted(NUMBER, event, "about another tiltak");
    }

    static TiltakRemoved removed(LocalDate effectiveFrom) {
        return removed(effectiveFrom, RemovalReason.COMPLETED);
    }

    static TiltakRemoved removed(LocalDate effectiveFrom, RemovalReason reason) {
        return new TiltakRemoved(NUMBER, on(effectiveFrom), reason, null, List.of(), null);
    }

    static TiltakReinstated reinstated(LocalDate effectiveFrom) {
        return new TiltakReinstated(NUMBER, on(effectiveFrom));
    }

    /** A report in a round, effective on its cut-off. */
    static SubmitReport report(RoundId round, Facts facts) {
        return report(round, null, facts, Comments.NONE);
    }

    static SubmitReport report(RoundId round, @Nullable LocalDate effectiveFrom, Facts facts, Comments comments) {
        return new SubmitReport(NUMBER, round, effectiveFrom, null, false, facts, null, comments);
    }

    /** A history of events, recorded a day after one another, with the identifiers e0, e1 and so on. */
    static TiltakHistory history(TiltakEvent... events) {
        TiltakHistory history = TiltakHistory.EMPTY;
        for (TiltakEvent event : events) {
            history = history.with(next(history, event));
        }
        return history;
    }

    static TiltakHistory.Entry next(TiltakHistory history, TiltakEvent event) {
        long sequence = history.version() + 1;
        Instant recordedAt = Instant.parse("2022-01-01T08:00:00Z").plusSeconds(86_400 * sequence);
        return new TiltakHistory.Entry("e" + sequence, sequence, recordedAt, null, event);
    }
}
