package no.ehelse.portfolio.axonserver.server;

import io.axoniq.axonserver.grpc.ErrorMessage;
import io.axoniq.axonserver.grpc.InstructionAck;
import io.axoniq.axonserver.grpc.query.QueryProviderInbound;
import io.axoniq.axonserver.grpc.query.QueryProviderOutbound;
import io.axoniq.axonserver.grpc.query.QueryRequest;
import io.axoniq.axonserver.grpc.query.QueryResponse;
import io.axoniq.axonserver.grpc.query.QueryServiceGrpc;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The service of queries, without subscriptions. */
final class QueriesDouble extends QueryServiceGrpc.QueryServiceImplBase {

    private final Map<String, StreamObserver<QueryResponse>> senders = new ConcurrentHashMap<>();

    @Override
    public void query(QueryRequest query, StreamObserver<QueryResponse> answers) {
        String id = query.getMessageIdentifier();
        senders.put(id, answers);
        // Who asks goes as soon as it has an answer, and the framework sends some twice.
        ((ServerCallStreamObserver<QueryResponse>) answers).setOnCancelHandler(() -> senders.remove(id));
        AxonServerDouble.CONTEXT.get().asked.add(query.getQuery());
        Runnable lost = () -> fail(id, "AXONIQ-4001", "Connection to the handler of the query was lost");
        if (AxonServerDouble.CONTEXT.get().queries.give(query.getQuery(), id, id, query, lost) == null) {
            fail(id, "AXONIQ-5000", "No handler for query: " + query.getQuery());
        }
    }

    private void fail(String id, String code, String message) {
        StreamObserver<QueryResponse> sender = senders.remove(id);
        if (sender != null) {
            sender.onNext(QueryResponse.newBuilder()
                    .setMessageIdentifier(UUID.randomUUID().toString())
                    .setRequestIdentifier(id)
                    .setErrorCode(code)
                    .setErrorMessage(ErrorMessage.newBuilder().setMessage(message).setErrorCode(code))
                    .build());
            sender.onCompleted();
        }
    }

    @Override
    public StreamObserver<QueryProviderOutbound> openStream(StreamObserver<QueryProviderInbound> client) {
        ContextDouble context = AxonServerDouble.CONTEXT.get();
        Handlers.Handler<QueryRequest> handler = new Handlers.Handler<>(query -> {
            synchronized (client) {
                client.onNext(QueryProviderInbound.newBuilder().setQuery(query).build());
            }
        });
        return new StreamObserver<>() {
            @Override
            public void onNext(QueryProviderOutbound message) {
                switch (message.getRequestCase()) {
                    case SUBSCRIBE -> context.queries.subscribe(handler, message.getSubscribe().getClientId(),
                            message.getSubscribe().getQuery());
                    case UNSUBSCRIBE -> context.queries.unsubscribe(handler, message.getUnsubscribe().getQuery());
                    case FLOW_CONTROL -> handler.permit(message.getFlowControl().getPermits());
                    case QUERY_RESPONSE -> {
                        StreamObserver<QueryResponse> sender =
                                senders.get(message.getQueryResponse().getRequestIdentifier());
                        if (sender != null) {
                            sender.onNext(message.getQueryResponse());
                        }
                    }
                    case QUERY_COMPLETE -> {
                        handler.answered(message.getQueryComplete().getRequestId());
                        StreamObserver<QueryResponse> sender =
                                senders.remove(message.getQueryComplete().getRequestId());
                        if (sender != null) {
                            sender.onCompleted();
                        }
                    }
                    case SUBSCRIPTION_QUERY_RESPONSE, ACK, REQUEST_NOT_SET -> {}
                }
                if (!message.getInstructionId().isEmpty()) {
                    synchronized (client) {
                        client.onNext(QueryProviderInbound.newBuilder()
                                .setAck(InstructionAck.newBuilder()
                                        .setInstructionId(message.getInstructionId())
                                        .setSuccess(true))
                                .build());
                    }
                }
            }

            @Override
            public void onError(Throwable ended) {
                context.queries.remove(handler);
            }

            @Override
            public void onCompleted() {
                context.queries.remove(handler);
                client.onCompleted();
            }
        };
    }
}
