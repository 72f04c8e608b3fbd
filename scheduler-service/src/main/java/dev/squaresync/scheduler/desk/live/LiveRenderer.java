package dev.squaresync.scheduler.desk.live;

import dev.squaresync.scheduler.desk.ShopWords;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContext;

/** Makes HTML of a view without a request. */
@Component
class LiveRenderer {

    private static final Pattern AREA = Pattern.compile("(?=<div (?:id=\"[^\"]*\" )?data-area)");

    private final ITemplateEngine engine;
    private final ThymeleafEvaluationContext evaluation;
    private final ShopWords shop;

    LiveRenderer(ITemplateEngine engine, ApplicationContext beans, ShopWords shop) {
        this.engine = engine;
        this.evaluation = new ThymeleafEvaluationContext(beans, null);
        this.shop = shop;
    }

    /** The view's areas, each with all that is in it. */
    List<String> areas(LiveKey key) {
        return AREA.splitAsStream(html(key))
                .filter(part -> part.startsWith("<div"))
                .toList();
    }

    private String html(LiveKey key) {
        Context context = new Context(Locale.ENGLISH, key.view().model(key.parameters()));
        context.setVariable(ThymeleafEvaluationContext.THYMELEAF_EVALUATION_CONTEXT_CONTEXT_VARIABLE_NAME, evaluation);
        context.setVariable("shop", shop);
        return engine.process(key.view().template(), context).strip();
    }
}
