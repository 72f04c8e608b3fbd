package dev.squaresync.notifier.mail;

import dev.squaresync.notifier.report.RunReport;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Writes a report as HTML and as plain text; both say the same. */
@Component
final class MailTexts {

    private final SpringTemplateEngine templates = new SpringTemplateEngine();

    MailTexts() {
        templates.addTemplateResolver(resolver(TemplateMode.HTML, "html"));
        templates.addTemplateResolver(resolver(TemplateMode.TEXT, "txt"));
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

    private static ClassLoaderTemplateResolver resolver(TemplateMode mode, String extension) {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("mails/");
        resolver.setResolvablePatterns(Set.of("*." + extension));
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding("UTF-8");
        return resolver;
    }
}
