package no.ehelse.portfolio.web;

import java.util.List;
import java.util.Map;
import no.ehelse.portfolio.actor.AccessRejection;
import no.ehelse.portfolio.command.Rejection;
import no.ehelse.portfolio.organisation.OrganisationRejection;
import no.ehelse.portfolio.round.RoundId;
import no.ehelse.portfolio.round.RoundRejection;
import no.ehelse.portfolio.tiltak.TiltakRejection;

/** Which problem each rejection is. */
public final class RejectionProblems {

    private RejectionProblems() {}

    /** The problem that a rejection is. */
    public static ProblemException of(Rejection rejection) {
        return switch (rejection) {
            case AccessRejection.Unauthenticated nobody ->
                new ProblemException(ProblemCode.UNAUTHENTICATED, nobody.message());
            case AccessRejection refused -> new ProblemException(ProblemCode.FORBIDDEN, refused.message());
            case TiltakRejection.NotOnRegistrationDay onAnotherDay -> ProblemException.invalid("effectiveFrom",
                    "not-registration-day", onAnotherDay.message());
            case TiltakRejection.RoundPublished published -> new ProblemException(ProblemCode.ROUND_PUBLISHED,
                    published.message(), Map.of("rounds", values(published.rounds())));
            case TiltakRejection refused -> new ProblemException(code(refused), refused.message());
            case RoundRejection.ReadModelBehind behind ->
                new ProblemException(ProblemCode.READ_MODEL_BEHIND, behind.message()).retryAfter(1);
            case RoundRejection refused -> new ProblemException(code(refused), refused.message());
            case OrganisationRejection refused -> new ProblemException(code(refused), refused.message());
            // Not sealed over the contexts; ours are all above.
            default -> throw new IllegalArgumentException("an unknown catalogue: " + rejection.getClass());
        };
    }

    private static List<String> values(List<RoundId> rounds) {
        return rounds.stream().map(RoundId::value).toList();
    }

    private static ProblemCode code(TiltakRejection rejection) {
        return switch (rejection) {
            case TiltakRejection.UnknownTiltak refused -> ProblemCode.UNKNOWN_TILTAK;
            case TiltakRejection.UnknownRound refused -> ProblemCode.UNKNOWN_ROUND;
            case TiltakRejection.UnknownEvent refused -> ProblemCode.UNKNOWN_EVENT;
            case TiltakRejection.IdempotencyKeyReused refused -> ProblemCode.IDEMPOTENCY_KEY_REUSED;
            case TiltakRejection.StaleVersion refused -> ProblemCode.STALE_VERSION;
            case TiltakRejection.NumberTaken refused -> ProblemCode.NUMBER_TAKEN;
            case TiltakRejection.ReasonRequired refused -> ProblemCode.REASON_REQUIRED;
            case TiltakRejection.TooFarInFuture refused -> ProblemCode.TOO_FAR_IN_FUTURE;
            case TiltakRejection.UnknownOrganisation refused -> ProblemCode.UNKNOWN_ORGANISATION;
            case TiltakRejection.UnknownFocusArea refused -> ProblemCode.UNKNOWN_FOCUS_AREA;
            case TiltakRejection.BeforeRegistration refused -> ProblemCode.BEFORE_REGISTRATION;
            case TiltakRejection.AfterRemoval refused -> ProblemCode.AFTER_REMOVAL;
            case TiltakRejection.AfterCutOff refused -> ProblemCode.AFTER_CUT_OFF;
            case TiltakRejection.RoundPublished refused -> ProblemCode.ROUND_PUBLISHED;
            case TiltakRejection.NotRetractable refused -> ProblemCode.NOT_RETRACTABLE;
            case TiltakRejection.AlreadyRetracted refused -> ProblemCode.ALREADY_RETRACTED;
            case TiltakRejection.AlreadyRemoved refused -> ProblemCode.ALREADY_REMOVED;
            case TiltakRejection.NotRemoved refused -> ProblemCode.NOT_REMOVED;
            case TiltakRejection.SuccessorsRequired refused -> ProblemCode.SUCCESSORS_REQUIRED;
            case TiltakRejection.NotOnRegistrationDay refused -> ProblemCode.INVALID_REQUEST;
        };
    }

    private static ProblemCode code(RoundRejection rejection) {
        return switch (rejection) {
            case RoundRejection.UnknownRound refused -> ProblemCode.UNKNOWN_ROUND;
            case RoundRejection.RoundExists refused -> ProblemCode.ROUND_EXISTS;
            case RoundRejection.RoundNotOpen refused -> ProblemCode.ROUND_NOT_OPEN;
            case RoundRejection.RoundNotClosed refused -> ProblemCode.ROUND_NOT_CLOSED;
            case RoundRejection.ReadModelBehind refused -> ProblemCode.READ_MODEL_BEHIND;
            case RoundRejection.ReadModelIncomplete refused -> ProblemCode.READ_MODEL_INCOMPLETE;
            case RoundRejection.ReasonRequired refused -> ProblemCode.REASON_REQUIRED;
            case RoundRejection.StaleVersion refused -> ProblemCode.STALE_VERSION;
            case RoundRejection.IdempotencyKeyReused refused -> ProblemCode.IDEMPOTENCY_KEY_REUSED;
        };
    }

    private static ProblemCode code(OrganisationRejection rejection) {
        return switch (rejection) {
            case OrganisationRejection.OrganisationExists refused -> ProblemCode.ORGANISATION_EXISTS;
            case OrganisationRejection.IdempotencyKeyReused refused -> ProblemCode.IDEMPOTENCY_KEY_REUSED;
        };
    }
}
