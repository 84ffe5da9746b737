package no.ehelse.portfolio.round.web;

/** What the description of the interface shows of reports. */
final class ReportExamples {

    static final String REPORT = """
            {"format": 1, "round": "2020-10", "name": "Status per oktober 2020", "cutOff": "2020-10-09", "complete": true, "edition": 1,
             "previous": {"round": "2020-03", "name": "Status per mars 2020", "cutOff": "2020-03-31", "complete": false},
             "active": {"count": 51, "previous": 53, "change": -2},
             "budget": {"2020": {"amount": 1650, "reported": 51, "notReported": 0, "notAsked": 0}},
             "organisation": {"helsedirektoratet": {"name": "Helsedirektoratet", "group": "HEALTH_ADMINISTRATION", "count": 12,
               "budget": {"2020": {"amount": 300, "reported": 12, "notReported": 0, "notAsked": 0}}}},
             "organisationGroup": {"HEALTH_ADMINISTRATION": {"count": 31, "budget": {"2020": {"amount": 900, "reported": 31, "notReported": 0, "notAsked": 0}}}},
             "focusAreaGroup": {"1": {"count": 12, "budget": {"2020": {"amount": 500, "reported": 12, "notReported": 0, "notAsked": 0}}}},
             "segment": {"GOVERN_JOINTLY": 0, "COORDINATE": 0, "OBSERVE": 0, "NOT_REPORTED": 51},
             "status": {"RED": {"count": 3, "percent": 6, "previous": 0, "previousPercent": 0}},
             "risk": {"RED": {"count": 4, "percent": 8, "previous": 0, "previousPercent": 0}},
             "red": {"status": [{"number": 195, "name": "Digitalisert observasjon håndvask", "organisation": "helse-sor-ost-rhf",
               "explanation": "Stanset: ansvaret for gjennomføringen er ikke avklart"}], "risk": []},
             "joined": [{"number": 195, "name": "Digitalisert observasjon håndvask", "organisation": "helse-sor-ost-rhf", "activity": "ACTIVE", "earliest": null}],
             "left": [{"number": 101, "name": "Robust Mobilt Helsenet", "organisation": "helse-nord-rhf", "reason": "COMPLETED",
               "wayForward": "Ferdigstilt", "successors": [], "earliest": null}],
             "renamed": [{"number": 125, "before": "Generisk funksjonsvurderingsverktøy", "after": "Rehabiliteringsregisteret"}],
             "moved": [{"number": 193, "name": "Akson journal", "before": null, "after": "kommunesektorens-organisasjon"}],
             "statusChanged": {"better": [{"number": 47, "name": "Program for kodeverk og terminologi", "before": "YELLOW", "after": "GREEN"}], "worse": [], "other": []},
             "riskChanged": {"better": [], "worse": [], "other": []},
             "candidates": [{"number": 193, "name": "Akson journal", "organisation": null}], "paused": [], "finished": [],
             "reporting": {"reported": [5, 11], "confirmed": [11], "late": [], "notReported": [47]},
             "printed": [{"name": "budget.2021.amount#kap-3", "printed": 1100, "computed": 1351, "agrees": false, "difference": 251,
               "source": "Nasjonal e-helseportefølje november 2020, kap. 3", "remark": "Trykt som «rundt 1,1 milliard»"}]}
            """;

    static final String CORRECTIONS = """
            {"round": "2020-10", "cutOff": "2020-10-09", "edition": 1,
             "corrections": [{"event": "465c397d-69b7-43ac-9bb0-6c9c301bec9e", "position": 240, "number": 125,
               "name": "Generisk funksjonsvurderingsverktøy", "type": "StatusReported", "effectiveFrom": "2020-10-09",
               "recordedAt": "2020-12-01T08:00:00.123Z", "comment": "Var gul", "changes": [{"attribute": "status", "before": "RED", "after": "YELLOW"}],
               "retracts": null,
               "figures": [{"figure": "status.YELLOW", "before": 34, "after": 35}, {"figure": "status.RED", "before": 3, "after": 2}]}],
             "differences": [{"figure": "status.YELLOW", "before": 34, "after": 35}, {"figure": "status.RED", "before": 3, "after": 2}]}
            """;

    private ReportExamples() {}
}
