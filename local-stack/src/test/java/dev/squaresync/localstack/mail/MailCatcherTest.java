package dev.squaresync.localstack.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailCatcherTest {

    private static final Clock MORNING = Clock.fixed(Instant.parse("2026-06-24T02:03:04Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    @Test
    void each_mail_becomes_one_file_in_the_order_of_arrival() throws IOException {
        try (MailCatcher catcher = MailCatcher.start(0, folder, MORNING)) {
            send(catcher, "Subject: the first\r\n\r\nAll 30,391 orders are there.\r\n");
            send(catcher, "Subject: the second\r\n\r\nNothing changed.\r\n");
        }

        List<String> mails = mails();
        assertThat(mails).hasSize(2);
        assertThat(mails.get(0)).contains("Subject: the first\r\n\r\nAll 30,391 orders are there.\r\n");
        assertThat(mails.get(1)).contains("Subject: the second");
    }

    private List<String> mails() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted()
                    .map(MailCatcherTest::read)
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void send(MailCatcher catcher, String mail) throws IOException {
        try (Socket socket = new Socket(
                        catcher.address().getAddress(), catcher.address().getPort());
                BufferedReader replies =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
                OutputStream out = socket.getOutputStream()) {
            assertThat(replies.readLine()).startsWith("220");
            say(out, replies, "HELO shop", "250");
            say(out, replies, "MAIL FROM:<sync@shop.example>", "250");
            say(out, replies, "RCPT TO:<admin@shop.example>", "250");
            say(out, replies, "DATA", "354");
            say(out, replies, mail + ".", "250");
            say(out, replies, "QUIT", "221");
        }
    }

    private static void say(OutputStream out, BufferedReader replies, String line, String expected) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
        assertThat(replies.readLine()).startsWith(expected);
    }
}
