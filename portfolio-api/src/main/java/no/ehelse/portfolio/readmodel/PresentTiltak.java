package no.ehelse.portfolio.readmodel;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import no.ehelse.portfolio.asof.Points;
import no.ehelse.portfolio.importing.PortfolioListing;
import no.ehelse.portfolio.index.Point;
import no.ehelse.portfolio.index.Snapshot;
import no.ehelse.portfolio.tiltak.Attribute;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The tiltak of a day for an import, everything that was answered before included. */
@Component
class PresentTiltak implements PortfolioListing {

    private final Points points;

    PresentTiltak(Points points) {
        this.points = points;
    }

    @Override
    public List<Listed> presentOn(LocalDate day, @Nullable Long knownUpTo) {
        Snapshot now = points.awaitHead();
        return now.portfolio(new Point(day, knownUpTo == null ? now.position() : knownUpTo, null))
                .stream()
                .map(version -> new Listed(version.number(),
                        Objects.requireNonNull(version.get(Attribute.NAME))))
                .toList();
    }
}
