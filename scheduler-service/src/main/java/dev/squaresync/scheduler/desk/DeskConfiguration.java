package dev.squaresync.scheduler.desk;

import jakarta.servlet.DispatcherType;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;
import org.springframework.web.servlet.resource.VersionResourceResolver;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.context.IWebContext;
import org.thymeleaf.linkbuilder.ILinkBuilder;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** Assets, named by their content so that browsers may keep them, and links in areas that no request asks for. */
@Configuration(proxyBeanMethods = false)
class DeskConfiguration implements WebMvcConfigurer {

    private static final Duration UNTIL_RENAMED = Duration.ofDays(365);

    private final String htmx;

    DeskConfiguration(@Value("${scheduler.desk.htmx-version}") String htmxVersion) {
        this.htmx = "classpath:/META-INF/resources/webjars/htmx.org/" + htmxVersion + "/dist/";
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/assets/", htmx)
                .setCacheControl(
                        CacheControl.maxAge(UNTIL_RENAMED).cachePublic().immutable())
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
    }

    @Bean
    static FilterRegistrationBean<ResourceUrlEncodingFilter> namesOfAssets() {
        FilterRegistrationBean<ResourceUrlEncodingFilter> filter =
                new FilterRegistrationBean<>(new ResourceUrlEncodingFilter());
        filter.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR, DispatcherType.FORWARD);
        return filter;
    }

    @Bean
    static ILinkBuilder linksWithoutRequest(SpringTemplateEngine engine) {
        ILinkBuilder links = new LinksWithoutRequest();
        engine.addLinkBuilder(links);
        return links;
    }

    /** Live areas are rendered for all who look at them, in no request; the desk is at the root. */
    private static final class LinksWithoutRequest extends StandardLinkBuilder {

        LinksWithoutRequest() {
            setOrder(0);
        }

        @Override
        protected @Nullable String computeContextPath(
                IExpressionContext context, @Nullable String base, @Nullable Map<String, Object> parameters) {
            return context instanceof IWebContext ? super.computeContextPath(context, base, parameters) : "";
        }
    }
}
