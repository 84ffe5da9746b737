package no.ehelse.portfolio.golden;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import no.ehelse.portfolio.actor.AccessRejection;
import no.ehelse.portfolio.command.Change;
import no.ehelse.portfolio.command.Recorded;
import no.ehelse.portfolio.organisation.OrganisationCommand.RegisterOrganisation;
import no.ehelse.portfolio.organisation.OrganisationGroup;
import no.ehelse.portfolio.organisation.OrganisationId;
import no.ehelse.portfolio.organisation.OrganisationRejection;
import no.ehelse.portfolio.round.FigureName;
import no.ehelse.portfolio.round.RoundCommand.CloseRound;
import no.ehelse.portfolio.round.RoundCommand.OpenRound;
import no.ehelse.portfolio.round.RoundCommand.PublishRound;
import no.ehelse.portfolio.round.RoundCommand.RecordPrintedFigure;
import no.ehelse.portfolio.round.RoundId;
import no.ehelse.portfolio.round.RoundRejection;
import no.ehelse.portfolio.round.RoundState;
import no.ehelse.portfolio.tiltak.Activity;
import no.ehelse.portfolio.tiltak.Attribute;
import no.ehelse.portfolio.tiltak.Comments;
import no.ehelse.portfolio.tiltak.Facts;
import no.ehelse.portfolio.tiltak.FocusAreaCode;
import no.ehelse.portfolio.tiltak.Occasion;
import no.ehelse.portfolio.tiltak.OrganisationReference;
import no.ehelse.portfolio.tiltak.Phase;
import no.ehelse.portfolio.tiltak.RemovalReason;
import no.ehelse.portfolio.tiltak.Risk;
import no.ehelse.portfolio.tiltak.Segment;
import no.ehelse.portfolio.tiltak.Status;
import no.ehelse.portfolio.tiltak.TiltakCommand.AssessRisk;
import no.ehelse.portfolio.tiltak.TiltakCommand.AssignSegment;
import no.ehelse.portfolio.tiltak.TiltakCommand.ChangeActivity;
import no.ehelse.portfolio.tiltak.TiltakCommand.ChangeFocusArea;
import no.ehelse.portfolio.tiltak.TiltakCommand.ChangePhase;
import no.ehelse.portfolio.tiltak.TiltakCommand.RegisterTiltak;
import no.ehelse.portfolio.tiltak.TiltakCommand.ReinstateTiltak;
import no.ehelse.portfolio.tiltak.TiltakCommand.RemoveTiltak;
import no.ehelse.portfolio.tiltak.TiltakCommand.RenameTiltak;
import no.ehelse.portfolio.tiltak.TiltakCommand.ReportBudget;
import no.ehelse.portfolio.tiltak.TiltakCommand.ReportStatus;
import no.ehelse.portfolio.tiltak.TiltakCommand.RetractEntry;
import no.ehelse.portfolio.tiltak.TiltakCommand.SubmitReport;
import no.ehelse.portfolio.tiltak.TiltakCommand.TransferTiltak;
import no.ehelse.portfolio.tiltak.TiltakNumber;
import no.ehelse.portfolio.tiltak.TiltakRejection;

/** Everything else that may travel over a remote command bus: commands, answers and rejections. */
final class MessageSamples {

    private static final TiltakNumber NUMBER = new TiltakNumber(9001);
    private static final RoundId ROUND = new RoundId("2020-10");
    private static final OrganisationId ORGANISATION = new OrganisationId("ks");
    private static final LocalDate DAY = LocalDate.parse("2020-10-09");
    private static final Occasion SILENT = Occasion.on(DAY);
    private static final Occasion TALKING = new Occasion(DAY, "etter møtet", ROUND, true);
    private static final Facts FACTS = Facts.of(Attribute.NAME, "Felles legemiddelliste")
            .with(Attribute.RISK, null)
            .with(Attribute.budget(2020), new BigDecimal("32.5"))
            .with(Attribute.budget(2021), null);

    private MessageSamples() {}

    static List<Object> commands() {
        return List.of(
                new RegisterTiltak(NUMBER, TALKING, FACTS, new OrganisationReference("Helse Sør-Øst RHF"), DAY),
                new RegisterTiltak(NUMBER, SILENT, FACTS, null, null), new ReportStatus(NUMBER, TALKING, Status.RED),
                new ReportStatus(NUMBER, SILENT, null), new AssessRisk(NUMBER, TALKING, Risk.RED),
                new ChangePhase(NUMBER, TALKING, Phase.IDEA),
                new AssignSegment(NUMBER, TALKING, Segment.COORDINATE),
                new ChangeActivity(NUMBER, TALKING, Activity.CANDIDATE),
                new ChangeFocusArea(NUMBER, TALKING, new FocusAreaCode("1.1")),
                new ReportBudget(NUMBER, TALKING, 2020, new BigDecimal("999999999.999999")),
                new ReportBudget(NUMBER, TALKING, 2020, new BigDecimal("1e3")),
                new ReportBudget(NUMBER, SILENT, 2020, null), new RenameTiltak(NUMBER, TALKING, "Nytt navn"),
                new TransferTiltak(NUMBER, TALKING, new OrganisationReference("ks")),
                new TransferTiltak(NUMBER, SILENT, new OrganisationReference(null)),
                new SubmitReport(NUMBER, ROUND, DAY, "rettet", true, FACTS, new OrganisationReference(null),
                        new Comments("forsinket", "avhengig")),
                new SubmitReport(NUMBER, ROUND, null, null, false, Facts.NONE, null, Comments.NONE),
                new RetractEntry(NUMBER, "event", "feil"), new RetractEntry(NUMBER, "event", null),
                new RemoveTiltak(NUMBER, TALKING, RemovalReason.CONTINUED_IN, "videreføres",
                        List.of(new TiltakNumber(9002)), DAY),
                new RemoveTiltak(NUMBER, SILENT, RemovalReason.ENDED, null, List.of(), null),
                new ReinstateTiltak(NUMBER, TALKING), new OpenRound(ROUND, "Oktober 2020", DAY, false),
                new CloseRound(ROUND), new PublishRound(ROUND, "rettet"), new PublishRound(ROUND, null),
                new RecordPrintedFigure(ROUND, new FigureName("active"), "51", "Nov 2020, kap. 1", "hovedtall"),
                new RecordPrintedFigure(ROUND, new FigureName("active"), "51", "Nov 2020, kap. 1", null),
                new RegisterOrganisation(ORGANISATION, "KS", OrganisationGroup.OTHER,
                        List.of("Kommunesektorens organisasjon")));
    }

    static List<Object> rejections() {
        return List.of(new AccessRejection.Unauthenticated(), new AccessRejection.OfficeOnly(),
                new AccessRejection.NoOrganisation(),
                new AccessRejection.OfAnotherOrganisation(125, "helsedirektoratet", DAY),
                new AccessRejection.PublishedAlready(DAY), new TiltakRejection.UnknownTiltak(NUMBER),
                new TiltakRejection.UnknownRound(ROUND),
                new TiltakRejection.UnknownEvent(NUMBER, "event"), new TiltakRejection.IdempotencyKeyReused("key"),
                new TiltakRejection.StaleVersion(NUMBER, 1, 2), new TiltakRejection.NumberTaken(NUMBER, DAY),
                new TiltakRejection.ReasonRequired(NUMBER),
                new TiltakRejection.TooFarInFuture(DAY.plusYears(5), DAY),
                new TiltakRejection.UnknownOrganisation("Ukjent AS"),
                new TiltakRejection.UnknownFocusArea(new FocusAreaCode("9.9")),
                new TiltakRejection.BeforeRegistration(NUMBER, DAY, DAY.plusDays(1)),
                new TiltakRejection.BeforeRegistration(NUMBER, DAY, null),
                new TiltakRejection.AfterRemoval(NUMBER, DAY),
                new TiltakRejection.AfterCutOff(ROUND, DAY, DAY.plusDays(1)),
                new TiltakRejection.RoundPublished(DAY, List.of(ROUND, new RoundId("2021-02"))),
                new TiltakRejection.NotRetractable(NUMBER, "event"),
                new TiltakRejection.AlreadyRetracted(NUMBER, "event", "retraction"),
                new TiltakRejection.AlreadyRemoved(NUMBER, DAY), new TiltakRejection.NotRemoved(NUMBER, DAY),
                new TiltakRejection.SuccessorsRequired(NUMBER),
                new TiltakRejection.NotOnRegistrationDay(NUMBER, DAY, DAY.minusDays(1)),
                new RoundRejection.UnknownRound(ROUND), new RoundRejection.RoundExists(ROUND),
                new RoundRejection.RoundNotOpen(ROUND, RoundState.PUBLISHED),
                new RoundRejection.RoundNotClosed(ROUND),
                new RoundRejection.ReadModelBehind(ROUND, 41, 42),
                new RoundRejection.ReadModelIncomplete(ROUND, List.of("tiltak:125")),
                new RoundRejection.ReasonRequired(ROUND),
                new RoundRejection.StaleVersion(ROUND, 1, 2), new RoundRejection.IdempotencyKeyReused("key"),
                new OrganisationRejection.OrganisationExists(ORGANISATION, "KS"),
                new OrganisationRejection.IdempotencyKeyReused("key"));
    }

    static List<Object> answers() {
        return List.of(new Recorded(0, List.of()), new Recorded(7,
                List.of(new Change("inPortfolio", "false", "true"), new Change("budgets.2020", null, "32.5"))));
    }
}
