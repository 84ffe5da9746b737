package no.ehelse.portfolio.asof;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import no.ehelse.portfolio.index.Point;
import no.ehelse.portfolio.index.PortfolioIndex;
import no.ehelse.portfolio.round.RoundId;
import no.ehelse.portfolio.round.view.RoundView;
import no.ehelse.portfolio.web.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Resolves, once and at the edge, the points of a series; everything that was answered before is known. */
@Component
public class SeriesPoints {

    /** How many points a series has at most: fifty years of months. */
    public static final int MOST = 600;

    private final Points points;
    private final PortfolioIndex index;
    private final Clock clock;

    SeriesPoints(Points points, PortfolioIndex index, Clock clock) {
        this.points = points;
        this.index = index;
        this.clock = clock;
    }

    /**
     * The points of a request, by day.
     *
     * @param known what the whole series rests on: it is another series when more is known
     */
    public record Found(Resolved known, List<At> points) {

        /** Copies the points. */
        public Found {
            points = List.copyOf(points);
        }
    }

    /**
     * One point.
     *
     * @param round the round whose cut-off it is; null: it is the end of a month
     */
    public record At(@Nullable RoundId round, Point point) {}

    /**
     * The points of a request.
     *
     * @throws ProblemException if a round does not exist, the days contradict each other, or there are too many points
     */
    public Found resolve(SeriesParameters asked) {
        LocalDate today = PortfolioDays.today(clock);
        Resolved known = points.resolve(new ValidDayOrRound(today, null), asked.knownAt());
        List<RoundView> rounds = index.snapshot().rounds(known.point().position());
        LocalDate first = rounds.isEmpty() ? today : rounds.getFirst().cutOff();
        LocalDate from =
                asked.from() == null ? first : points.resolve(asked.from().first(), asked.knownAt()).point().validOn();
        LocalDate to = asked.to() != null ? points.resolve(asked.to(), asked.knownAt()).point().validOn()
                : asked.byMonth() ? later(from, YearMonth.from(today).atEndOfMonth())
                : LocalDate.MAX;
        if (from.isAfter(to) && asked.from() != null) {
            throw ProblemException.invalid("from", "contradiction", "from is after to");
        }
        List<At> found = asked.byMonth() ? months(from, to, known.point())
                : ofRounds(rounds, from, to, known.point(), asked.asPublished());
        if (found.size() > MOST) {
            throw ProblemException.invalid("from", "out-of-range", "there would be more than " + MOST + " points");
        }
        boolean endsToday = asked.to() == null && asked.byMonth() && known.unchangedFor() != null;
        return new Found(endsToday ? new Resolved(known.point(), PortfolioDays.leftOfToday(clock)) : known, found);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** The ends of the months, one more than allowed at most. */
    private static List<At> months(LocalDate from, LocalDate to, Point known) {
        List<At> found = new ArrayList<>();
        for (YearMonth month = YearMonth.from(from); !month.atEndOfMonth().isAfter(to)
                && found.size() <= MOST; month = month.plusMonths(1)) {
            found.add(new At(null, new Point(month.atEndOfMonth(), known.position(), known.knownAt())));
        }
        return found;
    }

    private static List<At> ofRounds(List<RoundView> rounds, LocalDate from, LocalDate to, Point known,
            boolean published) {
        List<At> found = new ArrayList<>();
        for (RoundView round : rounds) {
            boolean wanted = !round.cutOff().isBefore(from) && !round.cutOff().isAfter(to);
            if (wanted && !published) {
                found.add(new At(round.round(), new Point(round.cutOff(), known.position(), known.knownAt())));
            } else if (wanted && !round.editions().isEmpty()) {
                RoundView.Edition edition = round.editions().getLast();
                found.add(new At(round.round(),
                        new Point(round.cutOff(), edition.position(), edition.publishedAt())));
            }
        }
        return found;
    }
}
