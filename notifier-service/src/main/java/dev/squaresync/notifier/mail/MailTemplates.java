package dev.squaresync.notifier.mail;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The templates of all mails. */
@Component
final class MailTemplates {

    private final SpringTemplateEngine templates = new SpringTemplateEngine();

    MailTemplates() {
        templates.addTemplateResolver(resolver(TemplateMode.HTML, "html"));
        templates.addTemplateResolver(resolver(TemplateMode.TEXT, "txt"));
    }

    String process(String template, Context context) {
        return templates.process(template, context);
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
