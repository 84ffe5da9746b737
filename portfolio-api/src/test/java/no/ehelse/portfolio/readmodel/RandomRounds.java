package no.ehelse.portfolio.readmodel;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import no.ehelse.portfolio.RunningPortfolio;
import no.ehelse.portfolio.evidence.StoredEvent;
import no.ehelse.portfolio.round.FigureName;
import no.ehelse.portfolio.round.RoundCommand.CloseRound;
import no.ehelse.portfolio.round.RoundCommand.OpenRound;
import no.ehelse.portfolio.round.RoundCommand.PublishRound;
import no.ehelse.portfolio.round.RoundCommand.RecordPrintedFigure;
import no.ehelse.portfolio.round.RoundId;
import no.ehelse.portfolio.tiltak.Attribute;
import no.ehelse.portfolio.tiltak.Comments;
import no.ehelse.portfolio.tiltak.Facts;
import no.ehelse.portfolio.tiltak.Occasion;
import no.ehelse.portfolio.tiltak.RemovalReason;
import no.ehelse.portfolio.tiltak.Risk;
import no.ehelse.portfolio.tiltak.Segment;
import no.ehelse.portfolio.tiltak.Status;
import no.ehelse.portfolio.tiltak.TiltakCommand.RegisterTiltak;
import no.ehelse.portfolio.tiltak.TiltakCommand.ReinstateTiltak;
import no.ehelse.portfolio.tiltak.TiltakCommand.RemoveTiltak;
import no.ehelse.portfolio.tiltak.TiltakCommand.ReportBudget;
import no.ehelse.portfolio.tiltak.TiltakCommand.ReportStatus;
import no.ehelse.portfolio.tiltak.TiltakCommand.RetractEntry;
import no.ehelse.portfolio.tiltak.TiltakCommand.SubmitReport;
import no.ehelse.portfolio.tiltak.TiltakNumber;
import org.axonframework.commandhandling.CommandExecutionException;

/** Commands of all kinds by chance, late ones, corrections, retractions, removals and publications among them. */
public final class RandomRounds {

    private static final LocalDate START = LocalDate.of(2020, 1, 1);

    private final RunningPortfolio portfolio;
    private final Random chance;
    private final int tiltak;

    /** Begins with a seed, on a dozen tiltak. */
    public RandomRounds(RunningPortfolio portfolio, long seed) {
        this(portfolio, seed, 12);
    }

    /** Begins with a seed, on so many tiltak. */
    public RandomRounds(RunningPortfolio portfolio, long seed, int tiltak) {
        this.portfolio = portfolio;
        this.chance = new Random(seed);
        this.tiltak = tiltak;
    }

    /** Sends so many commands, or a few more. */
    public void play(int commands) {
        for (int number = 1; number <= tiltak; number++) {
            send(new RegisterTiltak(new TiltakNumber(number), Occasion.on(START.plusDays(chance.nextInt(100))),
                    Facts.of(Attribute.NAME, "Tiltak nr. " + number + " æøå"), null, null));
        }
        for (int round = 1; round <= 4; round++) {
            RoundId id = new RoundId("2020-0" + (round * 2));
            send(new OpenRound(id, "Runde " + id, START.plusMonths(round * 2L), true));
            for (int command = 0; command < commands / 4; command++) {
                sendAny(id);
            }
            send(new CloseRound(id));
            sendAny(id);
            send(new PublishRound(id, null));
            send(new RecordPrintedFigure(id, new FigureName("active"), "" + chance.nextInt(2), "Rapporten", null));
        }
    }

    private void sendAny(RoundId round) {
        TiltakNumber number = new TiltakNumber(1 + chance.nextInt(tiltak));
        boolean correction = chance.nextBoolean();
        Occasion occasion = new Occasion(START.plusDays(chance.nextInt(400)), correction ? "Retting" : null,
                chance.nextBoolean() ? round : null, correction);
        switch (chance.nextInt(8)) {
            case 0 -> send(new RemoveTiltak(number, occasion, RemovalReason.COMPLETED, "Ferdig", List.of(), null));
            case 1 -> send(new ReinstateTiltak(number, occasion));
            case 2 -> retractAny();
            case 3 -> send(new ReportBudget(number, occasion, 2020 + chance.nextInt(2), null));
            case 4 -> send(new RegisterTiltak(number, occasion, Facts.of(Attribute.NAME, "Eldre historie"), null,
                    null));
            case 5, 6 -> send(new SubmitReport(number, round, null, correction ? "Retting" : null, correction,
                    Facts.of(Attribute.STATUS, any(Status.values()))
                            .with(Attribute.RISK, any(Risk.values()))
                            .with(Attribute.SEGMENT, any(Segment.values())),
                    null, new Comments("Forklaring " + chance.nextInt(3), null)));
            default -> send(new ReportStatus(number, occasion, any(Status.values())));
        }
    }

    private void retractAny() {
        List<StoredEvent> events = portfolio.stored();
        StoredEvent any = events.get(chance.nextInt(events.size()));
        if (any.aggregate().startsWith("tiltak:")) {
            send(new RetractEntry(new TiltakNumber(Integer.parseInt(any.aggregate().substring("tiltak:".length()))),
                    any.event(), "Feil"));
        }
    }

    private <T> T any(T[] values) {
        return values[chance.nextInt(values.length)];
    }

    /** Sends it; whether it is accepted does not matter. */
    private void send(Object command) {
        try {
            portfolio.send(command);
        } catch (CommandExecutionException refused) {
            // Chance proposes, the rules dispose.
        }
    }
}
