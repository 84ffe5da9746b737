package no.ehelse.portfolio.golden;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.ehelse.portfolio.organisation.OrganisationEvent.OrganisationRegistered;
import no.ehelse.portfolio.organisation.OrganisationGroup;
import no.ehelse.portfolio.organisation.OrganisationId;
import no.ehelse.portfolio.round.FigureName;
import no.ehelse.portfolio.round.RoundEvent.PrintedFigureRecorded;
import no.ehelse.portfolio.round.RoundEvent.RoundClosed;
import no.ehelse.portfolio.round.RoundEvent.RoundOpened;
import no.ehelse.portfolio.round.RoundEvent.RoundPublished;
import no.ehelse.portfolio.round.RoundId;
import no.ehelse.portfolio.round.Witness;
import no.ehelse.portfolio.tiltak.Activity;
import no.ehelse.portfolio.tiltak.Attribute;
import no.ehelse.portfolio.tiltak.Comments;
import no.ehelse.portfolio.tiltak.Facts;
import no.ehelse.portfolio.tiltak.FocusAreaCode;
import no.ehelse.portfolio.tiltak.Occasion;
import no.ehelse.portfolio.tiltak.Phase;
import no.ehelse.portfolio.tiltak.RemovalReason;
import no.ehelse.portfolio.tiltak.Risk;
import no.ehelse.portfolio.tiltak.Segment;
import no.ehelse.portfolio.tiltak.Status;
import no.ehelse.portfolio.tiltak.TiltakEvent.ActivityChanged;
import no.ehelse.portfolio.tiltak.TiltakEvent.BudgetReported;
import no.ehelse.portfolio.tiltak.TiltakEvent.EntryRetracted;
import no.ehelse.portfolio.tiltak.TiltakEvent.FocusAreaChanged;
import no.ehelse.portfolio.tiltak.TiltakEvent.PhaseChanged;
import no.ehelse.portfolio.tiltak.TiltakEvent.ReportSubmitted;
import no.ehelse.portfolio.tiltak.TiltakEvent.RiskAssessed;
import no.ehelse.portfolio.tiltak.TiltakEvent.SegmentAssigned;
import no.ehelse.portfolio.tiltak.TiltakEvent.StatusReported;
import no.ehelse.portfolio.tiltak.TiltakEvent.TiltakRegistered;
import no.ehelse.portfolio.tiltak.TiltakEvent.TiltakReinstated;
import no.ehelse.portfolio.tiltak.TiltakEvent.TiltakRemoved;
import no.ehelse.portfolio.tiltak.TiltakEvent.TiltakRenamed;
import no.ehelse.portfolio.tiltak.TiltakEvent.TiltakTransferred;
import no.ehelse.portfolio.tiltak.TiltakNumber;

/**
 * Fixed events whose JSON is in the golden files: of every type one that says all it can, named after the type and its
 * revision, and, where something can be left unsaid, one that says as little as it can.
 */
final class EventSamples {

    private static final TiltakNumber NUMBER = new TiltakNumber(9001);
    private static final RoundId ROUND = new RoundId("2020-10");
    private static final OrganisationId ORGANISATION = new OrganisationId("helse-sor-ost-rhf");
    private static final LocalDate DAY = LocalDate.parse("2020-10-09");

    private static final Occasion SILENT = Occasion.on(DAY);
    private static final Occasion TALKING = new Occasion(DAY, "var \"grønn\" –\nstyret avgjorde", ROUND, true);

    private static final Facts EVERYTHING = Facts.of(Attribute.NAME, "Én innbygger – én journal")
            .with(Attribute.ORGANISATION, ORGANISATION)
            .with(Attribute.STATUS, Status.YELLOW)
            .with(Attribute.RISK, null)
            .with(Attribute.PHASE, Phase.EXECUTE)
            .with(Attribute.SEGMENT, Segment.GOVERN_JOINTLY)
            .with(Attribute.ACTIVITY, Activity.ACTIVE)
            .with(Attribute.FOCUS_AREA, new FocusAreaCode("1.1"))
            .with(Attribute.budget(2020), new BigDecimal("32.5"))
            .with(Attribute.budget(2021), null)
            .with(Attribute.budget(2022), new BigDecimal("1000"));

    private EventSamples() {}

    /** The samples by the name of their golden file. */
    static Map<String, Object> byFile() {
        Map<String, Object> samples = new LinkedHashMap<>();
        tiltak(samples);
        tiltakSayingLittle(samples);
        samples.put("RoundOpened-1", new RoundOpened(ROUND, "Oktober 2020", DAY, true));
        samples.put("RoundClosed-1", new RoundClosed(ROUND));
        samples.put("RoundPublished-2", new RoundPublished(ROUND, 2, "rettet budsjett",
                new Witness("5feceb66ffc86f38d952786c6d696c79c2dbc239dd4e91b46729d73a27fb57e9",
                        "6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b")));
        samples.put("RoundPublished-2-saying-little", new RoundPublished(ROUND, 1, null, null));
        samples.put("PrintedFigureRecorded-1", new PrintedFigureRecorded(ROUND,
                new FigureName("budget.2021.amount#kap-3"), "1100", "Nov 2020, kap. 3",
                "trykt \"rundt 1,1 milliard\""));
        samples.put("PrintedFigureRecorded-1-saying-little",
                new PrintedFigureRecorded(ROUND, new FigureName("red.status"), "125, 132, 195", "Nov 2020, 1.1", null));
        samples.put("OrganisationRegistered-1", new OrganisationRegistered(ORGANISATION, "Helse Sør-Øst RHF",
                OrganisationGroup.REGIONAL_HEALTH_AUTHORITY, List.of("HSØ", "Helse Sør-Øst")));
        samples.put("OrganisationRegistered-1-saying-little",
                new OrganisationRegistered(ORGANISATION, "Helse Sør-Øst RHF", OrganisationGroup.OTHER, List.of()));
        return samples;
    }

    private static void tiltak(Map<String, Object> samples) {
        samples.put("TiltakRegistered-1",
                new TiltakRegistered(NUMBER, TALKING, EVERYTHING, LocalDate.parse("2020-02-01")));
        samples.put("StatusReported-1", new StatusReported(NUMBER, TALKING, Status.RED));
        samples.put("RiskAssessed-1", new RiskAssessed(NUMBER, TALKING, Risk.GREEN));
        samples.put("PhaseChanged-1", new PhaseChanged(NUMBER, TALKING, Phase.REALISE));
        samples.put("SegmentAssigned-1", new SegmentAssigned(NUMBER, TALKING, Segment.OBSERVE));
        samples.put("ActivityChanged-1", new ActivityChanged(NUMBER, TALKING, Activity.PAUSED));
        samples.put("FocusAreaChanged-1", new FocusAreaChanged(NUMBER, TALKING, new FocusAreaCode("6.3")));
        samples.put("BudgetReported-1", new BudgetReported(NUMBER, TALKING, 2020, new BigDecimal("32.5")));
        samples.put("TiltakRenamed-1", new TiltakRenamed(NUMBER, TALKING, "Digital hjemmeoppfølging"));
        samples.put("TiltakTransferred-1", new TiltakTransferred(NUMBER, TALKING, ORGANISATION));
        samples.put("ReportSubmitted-1", new ReportSubmitted(NUMBER, TALKING, EVERYTHING,
                new Comments("forsinket leveranse", "avhengig av et annet tiltak")));
        samples.put("EntryRetracted-1", new EntryRetracted(NUMBER, "3f0e2c1a-5b7d-4e7a-9c55-0d6a4c0f9a11",
                "det gjaldt et annet tiltak"));
        samples.put("TiltakRemoved-1", new TiltakRemoved(NUMBER, TALKING, RemovalReason.CONTINUED_IN,
                "videreføres i to tiltak", List.of(new TiltakNumber(9002), new TiltakNumber(9003)),
                LocalDate.parse("2020-06-15")));
        samples.put("TiltakReinstated-1", new TiltakReinstated(NUMBER, TALKING));
    }

    private static void tiltakSayingLittle(Map<String, Object> samples) {
        Facts named = Facts.of(Attribute.NAME, "Felles legemiddelliste").with(Attribute.ACTIVITY, Activity.ACTIVE);
        samples.put("TiltakRegistered-1-saying-little", new TiltakRegistered(NUMBER, SILENT, named, null));
        samples.put("StatusReported-1-saying-little", new StatusReported(NUMBER, SILENT, null));
        samples.put("RiskAssessed-1-saying-little", new RiskAssessed(NUMBER, SILENT, null));
        samples.put("PhaseChanged-1-saying-little", new PhaseChanged(NUMBER, SILENT, null));
        samples.put("SegmentAssigned-1-saying-little", new SegmentAssigned(NUMBER, SILENT, null));
        samples.put("FocusAreaChanged-1-saying-little", new FocusAreaChanged(NUMBER, SILENT, null));
        samples.put("BudgetReported-1-saying-little", new BudgetReported(NUMBER, SILENT, 2020, null));
        samples.put("TiltakTransferred-1-saying-little", new TiltakTransferred(NUMBER, SILENT, null));
        samples.put("ReportSubmitted-1-saying-little",
                new ReportSubmitted(NUMBER, new Occasion(DAY, null, ROUND, false), Facts.NONE, Comments.NONE));
        samples.put("TiltakRemoved-1-saying-little",
                new TiltakRemoved(NUMBER, SILENT, RemovalReason.UNKNOWN, null, List.of(), null));
        samples.put("TiltakReinstated-1-saying-little", new TiltakReinstated(NUMBER, SILENT));
    }
}
