package no.ehelse.portfolio.projectors;

import no.ehelse.portfolio.organisation.OrganisationEvent;
import no.ehelse.portfolio.organisation.view.OrganisationProjector;
import no.ehelse.portfolio.projection.Batch;
import no.ehelse.portfolio.projection.Envelope;
import no.ehelse.portfolio.round.RoundEvent;
import no.ehelse.portfolio.round.view.KnownRounds;
import no.ehelse.portfolio.round.view.RoundProjector;
import no.ehelse.portfolio.tiltak.TiltakEvent;
import no.ehelse.portfolio.tiltak.view.TiltakHistories;
import no.ehelse.portfolio.tiltak.view.TiltakProjector;

/** The projectors of a set of tables, with what they remember of it. */
public final class Projectors {

    /**
     * The version of the projecting code: raised with each change that makes other rows of the same events. A set that an
     * earlier version filled is rebuilt before the service is ready.
     */
    public static final int LOGIC = 2;

    private final TiltakHistories histories;
    private final KnownRounds rounds;
    private final TiltakProjector tiltak;
    private final RoundProjector round;
    private final OrganisationProjector organisation;

    /** Projects into tables. */
    public Projectors(SetOfTables tables) {
        this.histories = new TiltakHistories(tables.tiltak().entries());
        this.rounds = new KnownRounds(tables.rounds());
        this.tiltak = new TiltakProjector(tables.tiltak(), histories, rounds);
        this.round = new RoundProjector(tables.rounds(), tables.printed(), rounds);
        this.organisation = new OrganisationProjector(tables.organisations());
    }

    /** Gathers in a batch what an event makes of the tables; nothing where they have it. */
    public void project(Object event, Batch batch, Envelope envelope) {
        switch (event) {
            case TiltakEvent ofTiltak -> tiltak.project(ofTiltak, batch, envelope);
            case RoundEvent ofRound -> round.project(ofRound, batch, envelope);
            case OrganisationEvent ofOrganisation -> organisation.project(ofOrganisation, batch, envelope);
            default -> throw new IllegalArgumentException("no projector takes " + envelope.type());
        }
    }

    /** Forgets what was projected but not committed, or what somebody else may have changed. */
    public void forget() {
        histories.forget();
        rounds.forget();
    }

    /** A batch was committed: what is remembered may be kept, within bounds. */
    public void committed() {
        histories.shrink();
    }
}
