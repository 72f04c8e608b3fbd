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
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that says what a test wants it to say, which a real one does not. */
final class ScriptedMailServer implements AutoCloseable {

    /** The reply that never comes. */
    static final String SILENCE = "";

    private static final String GREETING = "greeting";
    private static final String END_OF_MAIL = ".";
    private static final String MESSAGE_ID = "Message-ID: ";
    private static final Map<String, String> FRIENDLY =
            Map.of(GREETING, "220 ready", "DATA", "354 go ahead", "QUIT", "221 bye");

    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, String> script = new ConcurrentHashMap<>();
    private final AtomicInteger mails = new AtomicInteger();
    private final List<String> takenOver = new CopyOnWriteArrayList<>();
    private final Map<String, Runnable> incidents = new ConcurrentHashMap<>();

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

    /** What happens once, when it has read the command and before it replies. */
    void happens(String command, Runnable incident) {
        incidents.put(command, incident);
    }

    /** The ids of the mails that it has taken over, in their order; whether its reply has arrived is another matter. */
    List<String> takenOver() {
        return List.copyOf(takenOver);
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
            String id = "";
            String reply = reply(GREETING);
            out.print(reply.isEmpty() ? "" : reply + "\r\n");
            out.flush();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (inMail && !line.equals(END_OF_MAIL)) {
                    id = line.startsWith(MESSAGE_ID) ? line.substring(MESSAGE_ID.length()) : id;
                    continue;
                }
                String command = line.split("[ :]", 2)[0];
                reply = reply(command);
                inMail = reply.startsWith("354");
                if (line.equals(END_OF_MAIL) && reply.startsWith("2")) {
                    mails.incrementAndGet();
                    takenOver.add(id);
                }
                Runnable incident = incidents.remove(command);
                if (incident != null) {
                    incident.run();
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
