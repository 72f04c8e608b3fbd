package dev.squaresync.notifier.figures;

import dev.squaresync.notifier.figures.WeeklyReport.Day;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;

/** Draws a week's days as bars. Without text, for which a server may have no fonts. */
final class Bars {

    private static final int DAYS = 7;
    private static final int WIDTH = 1_120;
    private static final int HEIGHT = 240;
    private static final int GAP = 16;
    private static final int FLOOR = 4;
    private static final Color GROUND = new Color(0xF3F4F6);
    private static final Color LINE = new Color(0xD9DDE3);
    private static final Color WELL = new Color(0x1A7F37);
    private static final Color TROUBLED = new Color(0xCF222E);

    /** A PNG in Base64. */
    String png(LocalDate monday, List<Day> days) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(GROUND);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(LINE);
        pen.fillRect(0, HEIGHT - FLOOR, WIDTH, FLOOR);
        long most = Math.max(1, days.stream().mapToLong(Day::objects).max().orElse(1));
        for (Day day : days) {
            bar(pen, (int) (day.date().toEpochDay() - monday.toEpochDay()), day, most);
        }
        pen.dispose();
        return encoded(image);
    }

    private static void bar(Graphics2D pen, int place, Day day, long most) {
        int step = WIDTH / DAYS;
        int height = Math.max(FLOOR, (int) ((HEIGHT - GAP - FLOOR) * day.objects() / most));
        pen.setColor(day.troubled() == 0 ? WELL : TROUBLED);
        pen.fillRect(place * step + GAP, HEIGHT - FLOOR - height, step - 2 * GAP, height);
    }

    private static String encoded(BufferedImage image) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException("The picture cannot be written", e);
        }
        return Base64.getEncoder().encodeToString(png.toByteArray());
    }
}
