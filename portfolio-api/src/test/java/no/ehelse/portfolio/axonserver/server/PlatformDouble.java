package no.ehelse.portfolio.axonserver.server;

import io.axoniq.axonserver.grpc.InstructionAck;
import io.axoniq.axonserver.grpc.control.ClientIdentification;
import io.axoniq.axonserver.grpc.control.NodeInfo;
import io.axoniq.axonserver.grpc.control.PlatformInboundInstruction;
import io.axoniq.axonserver.grpc.control.PlatformInfo;
import io.axoniq.axonserver.grpc.control.PlatformOutboundInstruction;
import io.axoniq.axonserver.grpc.control.PlatformServiceGrpc;
import io.grpc.stub.StreamObserver;

/** The service that tells clients where to connect, and says that it hears their heartbeats. */
final class PlatformDouble extends PlatformServiceGrpc.PlatformServiceImplBase {

    private final int port;

    PlatformDouble(int port) {
        this.port = port;
    }

    @Override
    public void getPlatformServer(ClientIdentification client, StreamObserver<PlatformInfo> answers) {
        answers.onNext(PlatformInfo.newBuilder()
                .setPrimary(NodeInfo.newBuilder().setHostName("localhost").setGrpcPort(port).setNodeName("double"))
                .setSameConnection(true)
                .build());
        answers.onCompleted();
    }

    @Override
    public StreamObserver<PlatformInboundInstruction> openStream(StreamObserver<PlatformOutboundInstruction> answers) {
        return new StreamObserver<>() {
            @Override
            public void onNext(PlatformInboundInstruction instruction) {
                if (!instruction.getInstructionId().isEmpty()) {
                    answers.onNext(PlatformOutboundInstruction.newBuilder()
                            .setAck(InstructionAck.newBuilder()
                                    .setInstructionId(instruction.getInstructionId())
                                    .setSuccess(true))
                            .build());
                }
            }

            @Override
            public void onError(Throwable ended) {
                // The client is gone; nothing is kept of it.
            }

            @Override
            public void onCompleted() {
                answers.onCompleted();
            }
        };
    }
}
