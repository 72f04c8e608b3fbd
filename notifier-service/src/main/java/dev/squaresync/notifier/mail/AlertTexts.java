package dev.squaresync.notifier.mail;

import dev.squaresync.notifier.alert.Alert;
import dev.squaresync.notifier.delivery.Channel.Telling;
import dev.squaresync.notifier.report.Links;
import dev.squaresync.notifier.report.ShopSettings;
import dev.squaresync.notifier.report.ShopTime;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;

/** Writes an alert as HTML and as plain text; both say the same. */
@Component
final class AlertTexts {

    private final MailTemplates templates;
    private final Links links;
    private final ShopTime time;
    private final ShopSettings shop;

    AlertTexts(MailTemplates templates, Links links, ShopSettings shop) {
        this.templates = templates;
        this.links = links;
        this.time = new ShopTime(shop.timeZone());
        this.shop = shop;
    }

    String html(Telling telling) {
        return templates.process("alert.html", context(telling));
    }

    String text(Telling telling) {
        return templates.process("alert.txt", context(telling));
    }

    private Context context(Telling telling) {
        Alert alert = telling.alert();
        Context context = new Context(Locale.ENGLISH);
        context.setVariable("alert", alert);
        // The picture of the mail says how much it matters in its head already.
        context.setVariable("gist", alert.headline().replaceFirst("^[A-Z]+ – ", ""));
        context.setVariable("late", telling.late());
        context.setVariable("at", time.at(telling.raisedAt()));
        context.setVariable("zone", shop.timeZone().getId());
        context.setVariable("link", links.to(alert.page()));
        return context;
    }
}
