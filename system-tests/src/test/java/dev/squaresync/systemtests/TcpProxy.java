package dev.squaresync.systemtests;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The network between a service and one of its dependencies, which a test can let go wrong. */
final class TcpProxy implements AutoCloseable {

    private static final int BUFFER = 64 * 1024;

    private final int targetPort;
    private final int port;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile boolean swallowing;
    private ServerSocket listener;

    private TcpProxy(int targetPort) {
        this.targetPort = targetPort;
        this.listener = listen(0);
        this.port = listener.getLocalPort();
    }

    /** Passes everything on to a port of this machine until it is told otherwise. */
    static TcpProxy to(int targetPort) {
        return new TcpProxy(targetPort);
    }

    int port() {
        return port;
    }

    /** Closes every connection; new ones are welcome. */
    void cut() {
        sockets.forEach(TcpProxy::close);
        sockets.clear();
    }

    /** From now on takes what is sent and passes nothing on, as a firewall that drops packets: nobody is told. */
    void swallow() {
        swallowing = true;
    }

    /** From now on refuses every connection. */
    synchronized void refuse() {
        close(listener);
        cut();
    }

    /** Passes everything on again; connections of which something was swallowed are closed. */
    synchronized void pass() {
        if (swallowing) {
            swallowing = false;
            cut();
        }
        if (listener.isClosed()) {
            listener = listen(port);
        }
    }

    @Override
    public synchronized void close() {
        close(listener);
        cut();
    }

    private ServerSocket listen(int wanted) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
            start(() -> accept(socket));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot listen on port " + wanted, e);
        }
    }

    private void accept(ServerSocket from) {
        try {
            while (true) {
                connect(from.accept());
            }
        } catch (IOException closed) {
            // By refuse() or close().
        }
    }

    private void connect(Socket client) {
        Socket server = new Socket();
        sockets.add(client);
        sockets.add(server);
        try {
            server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), targetPort));
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            start(() -> pump(client, server));
            start(() -> pump(server, client));
        } catch (IOException targetIsDown) {
            end(client, server);
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] buffer = new byte[BUFFER];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                if (!swallowing) {
                    out.write(buffer, 0, length);
                }
            }
        } catch (IOException closed) {
            // From either side: the other is told below.
        }
        end(from, to);
    }

    private void end(Socket one, Socket other) {
        close(one);
        close(other);
        sockets.remove(one);
        sockets.remove(other);
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception alreadyBroken) {
            // It is gone, which is what was wanted.
        }
    }
}
