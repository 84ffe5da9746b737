package no.ehelse.portfolio.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.HashSet;
import java.util.Set;

/** A network to a server on this machine, which can be cut, or let everything vanish. */
final class CutNetwork implements AutoCloseable {

    private final int target;
    private final int port;
    private final Set<Socket> sockets = new HashSet<>();
    private ServerSocket server;
    private volatile boolean swallowing;

    CutNetwork(int target) throws IOException {
        this.target = target;
        this.server = listening(0);
        this.port = server.getLocalPort();
        accept(server);
    }

    int port() {
        return port;
    }

    private static ServerSocket listening(int port) throws IOException {
        ServerSocket server = new ServerSocket();
        server.setReuseAddress(true);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return server;
    }

    private void accept(ServerSocket from) {
        Thread.ofVirtual().start(() -> {
            while (true) {
                try {
                    connect(opened(from.accept(), from), from);
                } catch (IOException cutOrServerAway) {
                    if (from.isClosed()) {
                        return;
                    }
                }
            }
        });
    }

    private void connect(Socket client, ServerSocket by) throws IOException {
        try {
            Socket there = opened(new Socket(InetAddress.getLoopbackAddress(), target), by);
            Thread.ofVirtual().start(() -> pass(client, there));
            Thread.ofVirtual().start(() -> pass(there, client));
        } catch (IOException serverAway) {
            client.close();
            closed(client);
            throw serverAway;
        }
    }

    /** Whatever is opened is broken by the next cut, also when that comes first. */
    private synchronized Socket opened(Socket socket, ServerSocket by) throws IOException {
        if (by.isClosed()) {
            socket.close();
            throw new SocketException("cut off");
        }
        sockets.add(socket);
        return socket;
    }

    private synchronized void closed(Socket socket) {
        sockets.remove(socket);
    }

    private void pass(Socket from, Socket to) {
        byte[] some = new byte[16 << 10];
        try (from; to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                while (swallowing) {
                    Thread.sleep(20);
                }
                out.write(some, 0, read);
            }
        } catch (IOException | InterruptedException gone) {
            // The other side is told by the socket that is closed.
        } finally {
            closed(from);
        }
    }

    /** Breaks every connection, and refuses new ones. */
    synchronized void cut() throws IOException {
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
        sockets.clear();
    }

    /** Takes connections again. */
    synchronized void mend() throws IOException {
        server = listening(port);
        accept(server);
    }

    /** From now on nothing arrives, and nobody is told. */
    void swallow() {
        swallowing = true;
    }

    /** What was sent meanwhile arrives. */
    void deliver() {
        swallowing = false;
    }

    @Override
    public void close() throws IOException {
        deliver();
        cut();
    }
}
