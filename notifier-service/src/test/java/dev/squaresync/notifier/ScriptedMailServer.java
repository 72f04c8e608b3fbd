package dev.squaresync.notifier;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that says what a test wants it to say, which a real one does not. */
final class ScriptedMailServer implements AutoCloseable {

    /** The reply that never comes. */
    static final String SILENCE = "";

    private static final String GREETING = "greeting";
    private static final String END_OF_MAIL = ".";
    private static final Map<String, String> FRIENDLY =
            Map.of(GREETING, "220 ready", "DATA", "354 go ahead", "QUIT", "221 bye");

    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, String> script = new ConcurrentHashMap<>();
    private final AtomicInteger mails = new AtomicInteger();

    ScriptedMailServer() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.submit(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** @param command the first word of a command, {@code greeting} or {@code .}, the end of a mail */
    void says(String command, String reply) {
        script.put(command, reply);
    }

    void isFriendly() {
        script.clear();
    }

    /** How many mails it has taken over. */
    int mails() {
        return mails.get();
    }

    private Void accept() throws IOException {
        while (true) {
            Socket client = socket.accept();
            threads.submit(() -> talk(client));
        }
    }

    private Void talk(Socket client) throws IOException {
        try (client;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
                PrintWriter out = new PrintWriter(client.getOutputStream(), true, StandardCharsets.UTF_8)) {
            boolean inMail = false;
            String reply = reply(GREETING);
            out.print(reply.isEmpty() ? "" : reply + "\r\n");
            out.flush();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (inMail && !line.equals(END_OF_MAIL)) {
                    continue;
                }
                reply = reply(line.split("[ :]", 2)[0]);
                inMail = reply.startsWith("354");
                if (line.equals(END_OF_MAIL) && reply.startsWith("2")) {
                    mails.incrementAndGet();
                }
                out.print(reply.isEmpty() ? "" : reply + "\r\n");
                out.flush();
            }
        }
        return null;
    }

    private String reply(String command) {
        return script.getOrDefault(command, FRIENDLY.getOrDefault(command, "250 ok"));
    }

    @Override
    public void close() throws IOException {
        socket.close();
        threads.shutdownNow();
    }
}
