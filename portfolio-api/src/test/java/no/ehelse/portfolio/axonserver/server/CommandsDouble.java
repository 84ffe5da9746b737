package no.ehelse.portfolio.axonserver.server;

import io.axoniq.axonserver.grpc.ErrorMessage;
import io.axoniq.axonserver.grpc.InstructionAck;
import io.axoniq.axonserver.grpc.ProcessingInstruction;
import io.axoniq.axonserver.grpc.ProcessingKey;
import io.axoniq.axonserver.grpc.command.Command;
import io.axoniq.axonserver.grpc.command.CommandProviderInbound;
import io.axoniq.axonserver.grpc.command.CommandProviderOutbound;
import io.axoniq.axonserver.grpc.command.CommandResponse;
import io.axoniq.axonserver.grpc.command.CommandServiceGrpc;
import io.grpc.stub.StreamObserver;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The service of commands. */
final class CommandsDouble extends CommandServiceGrpc.CommandServiceImplBase {

    private final Map<String, StreamObserver<CommandResponse>> senders = new ConcurrentHashMap<>();

    @Override
    public void dispatch(Command command, StreamObserver<CommandResponse> answers) {
        String id = command.getMessageIdentifier();
        senders.put(id, answers);
        String routingKey = command.getProcessingInstructionsList()
                .stream()
                .filter(instruction -> instruction.getKey() == ProcessingKey.ROUTING_KEY)
                .map(ProcessingInstruction::getValue)
                .findFirst()
                .orElseThrow()
                .getTextValue();
        Runnable lost = () -> answer(failure(id, "AXONIQ-4001", "Connection to the handler of the command was lost"));
        if (AxonServerDouble.CONTEXT.get().commands.give(command.getName(), routingKey, id, command, lost) == null) {
            answer(failure(id, "AXONIQ-4000", "No Handler for command: " + command.getName()));
        }
    }

    private static CommandResponse failure(String id, String code, String message) {
        return CommandResponse.newBuilder()
                .setMessageIdentifier(UUID.randomUUID().toString())
                .setRequestIdentifier(id)
                .setErrorCode(code)
                .setErrorMessage(ErrorMessage.newBuilder().setMessage(message).setErrorCode(code))
                .build();
    }

    private void answer(CommandResponse response) {
        StreamObserver<CommandResponse> sender = senders.remove(response.getRequestIdentifier());
        if (sender != null) {
            sender.onNext(response);
            sender.onCompleted();
        }
    }

    @Override
    public StreamObserver<CommandProviderOutbound> openStream(StreamObserver<CommandProviderInbound> client) {
        ContextDouble context = AxonServerDouble.CONTEXT.get();
        Handlers.Handler<Command> handler = new Handlers.Handler<>(command -> {
            synchronized (client) {
                client.onNext(CommandProviderInbound.newBuilder().setCommand(command).build());
            }
        });
        return new StreamObserver<>() {
            @Override
            public void onNext(CommandProviderOutbound message) {
                switch (message.getRequestCase()) {
                    case SUBSCRIBE -> context.commands.subscribe(handler, message.getSubscribe().getClientId(),
                            message.getSubscribe().getCommand());
                    case UNSUBSCRIBE ->
                        context.commands.unsubscribe(handler, message.getUnsubscribe().getCommand());
                    case FLOW_CONTROL -> handler.permit(message.getFlowControl().getPermits());
                    case COMMAND_RESPONSE -> {
                        handler.answered(message.getCommandResponse().getRequestIdentifier());
                        answer(message.getCommandResponse());
                    }
                    case ACK, REQUEST_NOT_SET -> {}
                }
                if (!message.getInstructionId().isEmpty()) {
                    synchronized (client) {
                        client.onNext(CommandProviderInbound.newBuilder()
                                .setAck(InstructionAck.newBuilder()
                                        .setInstructionId(message.getInstructionId())
                                        .setSuccess(true))
                                .build());
                    }
                }
            }

            @Override
            public void onError(Throwable ended) {
                context.commands.remove(handler);
            }

            @Override
            public void onCompleted() {
                context.commands.remove(handler);
                client.onCompleted();
            }
        };
    }
}
