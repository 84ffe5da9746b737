package no.ehelse.portfolio.benchmark;

import no.ehelse.portfolio.evidence.verification.Verification;
import no.ehelse.portfolio.evidence.verification.VerifiedLog;

/** How fast the whole log is verified, and exported over HTTP. */
final class Verifications {

    private static final int RUNS = Integer.getInteger("benchmark.runs", 5);

    private final Service service;
    private final Figures figures;
    private final Reader reader;

    Verifications(Service service, Figures figures) {
        this.service = service;
        this.figures = figures;
        this.reader = new Reader(service);
    }

    void measure() {
        VerifiedLog verified = service.bean(Verification.class).run();
        figures.heading("Verification of %,d events of %,d aggregates".formatted(verified.events(),
                verified.aggregates()));
        double[] verification = new double[RUNS];
        double[] export = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            verification[run] = Stopwatch.milliseconds(() -> service.bean(Verification.class).run());
            export[run] = Stopwatch.milliseconds(() -> reader.read("/api/audit/export"));
        }
        figures.time("verification of the whole log", verification);
        figures.time("export of the whole log", export);
        figures.check("the log is intact", verified.intact());
        figures.note("%,d sealed, %,d editions, heads %s.", verified.sealed(), verified.publications().size(),
                verified.heads());
    }
}
