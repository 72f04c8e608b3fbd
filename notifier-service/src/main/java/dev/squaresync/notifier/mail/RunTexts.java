package dev.squaresync.notifier.mail;

import dev.squaresync.notifier.report.RunReport;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;

/** Writes a report on a run as HTML and as plain text; both say the same. */
@Component
final class RunTexts {

    private final MailTemplates templates;

    RunTexts(MailTemplates templates) {
        this.templates = templates;
    }

    String html(RunReport report, @Nullable String late) {
        return templates.process("run-ended.html", context(report, late));
    }

    String text(RunReport report, @Nullable String late) {
        Context context = context(report, late);
        context.setVariable("table", StreamTable.of(report.streams()));
        return templates.process("run-ended.txt", context);
    }

    private static Context context(RunReport report, @Nullable String late) {
        Context context = new Context(Locale.ENGLISH);
        context.setVariable("report", report);
        context.setVariable("late", late);
        return context;
    }
}
