package dev.squaresync.localstack.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicLong;

/** A folder of mails. A file appears whole or not at all, and names sort in the order of arrival. */
final class MailFolder {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final Path folder;
    private final Clock clock;
    private final AtomicLong count = new AtomicLong();

    MailFolder(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create the folder for mails " + folder, e);
        }
    }

    Path store(byte[] mail) throws IOException {
        String name = "%s-%06d".formatted(TIME.format(clock.instant()), count.incrementAndGet());
        Path unfinished = Files.write(folder.resolve("." + name), mail);
        return Files.move(unfinished, folder.resolve(name + ".eml"), StandardCopyOption.ATOMIC_MOVE);
    }
}
