package no.ehelse.portfolio.round.view.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import no.ehelse.portfolio.round.view.PrintedFigure;

/** Puts what was printed beside what is computed. */
final class PrintedBeside {

    private PrintedBeside() {}

    /** A report with the printed figures, by name. */
    static StatusReport of(StatusReport computed, Collection<PrintedFigure> printed) {
        if (printed.isEmpty()) {
            return computed;
        }
        Figures figures = Figures.of(computed);
        List<StatusReport.Beside> beside = new ArrayList<>();
        for (PrintedFigure figure : printed) {
            FigureValue value = figures.get(figure.name().figure());
            FigureValue said = FigureValue.printed(figure.value(), value);
            beside.add(new StatusReport.Beside(figure.name(), said, value, value == null ? null : said.equals(value),
                    FigureValue.difference(said, value), figure.source(), figure.remark()));
        }
        return new StatusReport(computed.format(), computed.round(), computed.name(), computed.cutOff(),
                computed.complete(), computed.edition(), computed.previous(), computed.active(), computed.budget(),
                computed.organisation(), computed.organisationGroup(), computed.focusAreaGroup(), computed.segment(),
                computed.status(), computed.risk(), computed.red(), computed.joined(), computed.left(),
                computed.renamed(), computed.moved(), computed.statusChanged(), computed.riskChanged(),
                computed.candidates(), computed.paused(), computed.finished(), computed.reporting(), beside);
    }
}
