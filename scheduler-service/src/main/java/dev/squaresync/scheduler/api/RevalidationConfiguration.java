package dev.squaresync.scheduler.api;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/**
 * Lets whoever asks again and again ask whether anything has changed ({@code If-None-Match}) instead of reading it all. Only for
 * what is asked often and holds nothing that must not be kept: contents of dead letters stay {@code no-store}.
 */
@Configuration(proxyBeanMethods = false)
class RevalidationConfiguration {

    private static final String ASK_ALWAYS = "private, no-cache";

    @Bean
    FilterRegistrationBean<Filter> revalidation() {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(revalidating());
        registration.addUrlPatterns(
                "/api/status",
                "/api/sync-runs",
                "/api/sync-runs/*",
                "/api/schedules",
                "/api/schedules/*",
                OpenApiController.YAML,
                OpenApiController.JSON);
        return registration;
    }

    private static Filter revalidating() {
        ShallowEtagHeaderFilter etags = new ShallowEtagHeaderFilter();
        return (request, response, chain) -> {
            if (request instanceof HttpServletRequest asked
                    && response instanceof HttpServletResponse answer
                    && HttpMethod.GET.matches(asked.getMethod())) {
                answer.setHeader(HttpHeaders.CACHE_CONTROL, ASK_ALWAYS);
            }
            etags.doFilter(request, response, chain);
        };
    }
}
