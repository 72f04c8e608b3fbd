package dev.squaresync.notifier.mail;

import dev.squaresync.notifier.report.RunReport;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;

/** Writes a report as HTML and as plain text; both say the same. */
@Component
final class MailTexts {

    private final MailTemplates templates;

    MailTexts(MailTemplates templates) {
        this.templates = templates;
    }

    String html(RunReport report) {
        return templates.process("run-ended.html", context(report));
    }

    String text(RunReport report) {
        Context context = context(report);
        context.setVariable("table", StreamTable.of(report.streams()));
        return templates.process("run-ended.txt", context);
    }

    private static Context context(RunReport report) {
        Context context = new Context(Locale.ENGLISH);
        context.setVariable("report", report);
        return context;
    }
}
