package dev.squaresync.scheduler.desk.overview;

import dev.squaresync.scheduler.desk.ShopWords;
import dev.squaresync.scheduler.run.Night;
import dev.squaresync.scheduler.run.Nights;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/** How much and how long, in each of the last nights. */
@Component
class NightCharts {

    static final int NIGHTS = 30;

    private static final double WIDTH = 600;
    private static final double HEIGHT = 120;
    private static final double STEP = WIDTH / NIGHTS;
    private static final double GAP = 3;

    private final Nights nights;
    private final ShopWords shop;

    NightCharts(Nights nights, ShopWords shop) {
        this.nights = nights;
        this.shop = shop;
    }

    /** One night's bar, in the units of the drawing. */
    public record Bar(String x, String y, String width, String height, String state, String words) {}

    /**
     * @param nights what the bars show, in numbers
     * @param mostObjects what the highest bar of the first chart stands for
     * @param longest what the highest bar of the second chart stands for
     */
    public record Charts(
            List<Night> nights, List<Bar> objects, List<Bar> durations, String mostObjects, String longest) {}

    Charts charts() {
        LocalDate first = shop.today().minusDays(NIGHTS - 1L);
        List<Night> found = nights.since(first, shop.zone());
        long most = found.stream().mapToLong(Night::objects).max().orElse(0);
        long longest =
                found.stream().mapToLong(night -> night.took().toMillis()).max().orElse(0);
        return new Charts(
                found,
                bars(found, first, Night::objects, most),
                bars(found, first, night -> night.took().toMillis(), longest),
                shop.number(most),
                shop.duration(Duration.ofMillis(longest)));
    }

    private List<Bar> bars(List<Night> found, LocalDate first, ToDoubleFunction<Night> value, long most) {
        return found.stream()
                .map(night -> {
                    double height = most == 0 ? 0 : Math.max(1, HEIGHT * value.applyAsDouble(night) / most);
                    return new Bar(
                            units(ChronoUnit.DAYS.between(first, night.date()) * STEP + GAP / 2),
                            units(HEIGHT - height),
                            units(STEP - GAP),
                            units(height),
                            night.end().name().toLowerCase(Locale.ROOT),
                            words(night));
                })
                .toList();
    }

    private String words(Night night) {
        return shop.date(night.date()) + ": " + shop.count(night.objects(), "row", "rows") + " in "
                + shop.duration(night.took()) + ", " + shop.number(night.objectsPerSecond()) + " a second, "
                + night.end().name().toLowerCase(Locale.ROOT);
    }

    private static String units(double length) {
        return String.format(Locale.ROOT, "%.1f", length);
    }
}
