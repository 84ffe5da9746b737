package no.ehelse.portfolio.axonserver.server;

import io.axoniq.axonserver.grpc.event.Confirmation;
import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventStoreGrpc;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import io.axoniq.axonserver.grpc.event.GetAggregateEventsRequest;
import io.axoniq.axonserver.grpc.event.GetAggregateSnapshotsRequest;
import io.axoniq.axonserver.grpc.event.GetEventsRequest;
import io.axoniq.axonserver.grpc.event.GetFirstTokenRequest;
import io.axoniq.axonserver.grpc.event.GetLastTokenRequest;
import io.axoniq.axonserver.grpc.event.GetTokenAtRequest;
import io.axoniq.axonserver.grpc.event.ReadHighestSequenceNrRequest;
import io.axoniq.axonserver.grpc.event.ReadHighestSequenceNrResponse;
import io.axoniq.axonserver.grpc.event.TrackingToken;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;

/** The service of events. Nobody stores snapshots. */
final class EventStoreDouble extends EventStoreGrpc.EventStoreImplBase {

    @Override
    public StreamObserver<Event> appendEvent(StreamObserver<Confirmation> answers) {
        ContextDouble context = AxonServerDouble.CONTEXT.get();
        List<Event> transaction = new ArrayList<>();
        return new StreamObserver<>() {
            @Override
            public void onNext(Event event) {
                transaction.add(event);
            }

            @Override
            public void onError(Throwable rolledBack) {
                transaction.clear();
            }

            @Override
            public void onCompleted() {
                try {
                    context.append(transaction);
                    answers.onNext(Confirmation.newBuilder().setSuccess(true).build());
                    answers.onCompleted();
                } catch (ContextDouble.InvalidSequence invalid) {
                    answers.onError(Status.OUT_OF_RANGE.withDescription(invalid.getMessage()).asException());
                }
            }
        };
    }

    @Override
    public void listAggregateEvents(GetAggregateEventsRequest request, StreamObserver<Event> answers) {
        long upTo = request.getMaxSequence() == 0 ? Long.MAX_VALUE : request.getMaxSequence();
        AxonServerDouble.CONTEXT.get()
                .ofAggregate(request.getAggregateId(), request.getInitialSequence(), upTo)
                .forEach(answers::onNext);
        answers.onCompleted();
    }

    @Override
    public void listAggregateSnapshots(GetAggregateSnapshotsRequest request, StreamObserver<Event> answers) {
        answers.onCompleted();
    }

    @Override
    public StreamObserver<GetEventsRequest> listEvents(StreamObserver<EventWithToken> answers) {
        return new Reader(AxonServerDouble.CONTEXT.get(), (ServerCallStreamObserver<EventWithToken>) answers);
    }

    /** Somebody who reads the stream, and gets as much as was asked for. */
    private static final class Reader implements StreamObserver<GetEventsRequest> {

        private final ContextDouble context;
        private final ServerCallStreamObserver<EventWithToken> answers;
        private final Runnable reading = this::read;
        private long next = -1;
        private long permits;

        Reader(ContextDouble context, ServerCallStreamObserver<EventWithToken> answers) {
            this.context = context;
            this.answers = answers;
            answers.setOnCancelHandler(() -> context.removeReader(reading));
        }

        @Override
        public void onNext(GetEventsRequest request) {
            synchronized (this) {
                if (next < 0) {
                    next = request.getTrackingToken();
                    context.addReader(reading);
                }
                permits += request.getNumberOfPermits();
            }
            read();
        }

        private synchronized void read() {
            if (answers.isCancelled()) {
                return;
            }
            for (EventWithToken event : context.from(next, permits)) {
                answers.onNext(event);
                next = event.getToken() + 1;
                permits--;
            }
        }

        @Override
        public void onError(Throwable ended) {
            context.removeReader(reading);
        }

        @Override
        public void onCompleted() {
            context.removeReader(reading);
            synchronized (this) {
                answers.onCompleted();
            }
        }
    }

    @Override
    public void readHighestSequenceNr(ReadHighestSequenceNrRequest request,
            StreamObserver<ReadHighestSequenceNrResponse> answers) {
        answers.onNext(ReadHighestSequenceNrResponse.newBuilder()
                .setToSequenceNr(AxonServerDouble.CONTEXT.get().highestSequence(request.getAggregateId()))
                .build());
        answers.onCompleted();
    }

    @Override
    public void getFirstToken(GetFirstTokenRequest request, StreamObserver<TrackingToken> answers) {
        token(0, answers);
    }

    @Override
    public void getLastToken(GetLastTokenRequest request, StreamObserver<TrackingToken> answers) {
        token(AxonServerDouble.CONTEXT.get().size() - 1, answers);
    }

    @Override
    public void getTokenAt(GetTokenAtRequest request, StreamObserver<TrackingToken> answers) {
        token(AxonServerDouble.CONTEXT.get().tokenAt(request.getInstant()), answers);
    }

    private static void token(long token, StreamObserver<TrackingToken> answers) {
        answers.onNext(TrackingToken.newBuilder().setToken(token).build());
        answers.onCompleted();
    }
}
