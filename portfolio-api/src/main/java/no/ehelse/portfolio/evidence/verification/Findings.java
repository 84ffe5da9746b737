package no.ehelse.portfolio.evidence.verification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import no.ehelse.portfolio.evidence.verification.Finding.BrokenEdition;
import no.ehelse.portfolio.evidence.verification.Finding.Kind;
import no.ehelse.portfolio.evidence.verification.VerifiedLog.Publication;
import no.ehelse.portfolio.evidence.verification.VerifiedLog.State;

/** What was found so far: all of it is counted, and a thousand are kept. */
final class Findings {

    static final int LIMIT = 1_000;

    private final List<Finding> kept = new ArrayList<>();
    private final Set<String> aggregates = new HashSet<>();
    private final Set<Long> positions = new HashSet<>();
    private long more;

    void add(Finding finding) {
        if (kept.size() == LIMIT) {
            more++;
            return;
        }
        kept.add(finding);
        if (finding.aggregate() != null) {
            aggregates.add(finding.aggregate());
        }
        if (finding.position() != null) {
            positions.add(finding.position());
        }
    }

    boolean isEmpty() {
        return kept.isEmpty();
    }

    /** Whether something was found about an aggregate. */
    boolean areOf(String aggregate) {
        return aggregates.contains(aggregate);
    }

    /** Whether something was found about the event at a position. */
    boolean areAt(long position) {
        return positions.contains(position);
    }

    /** Those of a missing event that nothing in the log names, in the order of recording. */
    Stream<Finding> nameless() {
        return kept.stream().filter(finding -> finding.kind() == Kind.MISSING && finding.aggregate() == null);
    }

    /** Whether an event was found missing by its name. */
    boolean areMissing(String aggregate, long sequence) {
        return areOf(aggregate) && kept.stream()
                .anyMatch(finding -> finding.kind() == Kind.MISSING && aggregate.equals(finding.aggregate())
                        && finding.sequence() != null && finding.sequence() == sequence);
    }

    /** Puts a finding that says more in the place of one of those that are kept. */
    void replace(Finding kept, Finding better) {
        this.kept.set(this.kept.indexOf(kept), better);
    }

    /** How many are not kept. */
    long more() {
        return more;
    }

    /** Those that are kept, in the order of the stream, each with the broken editions behind it. */
    List<Finding> breaking(List<Publication> publications) {
        return kept.stream()
                .sorted(Comparator.comparingLong(Finding::where))
                .map(finding -> finding.breaking(publications.stream()
                        .filter(publication -> publication.state() == State.BROKEN)
                        .filter(publication -> publication.position() > finding.where())
                        .map(publication -> new BrokenEdition(publication.round(), publication.edition()))
                        .toList()))
                .toList();
    }
}
