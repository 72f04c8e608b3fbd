package dev.squaresync.scheduler.api.problem;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ApiVersionConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The versions of the API. A request that names none gets the first, so that scripts go on working when there is a second. */
@Configuration(proxyBeanMethods = false)
class ApiVersions implements WebMvcConfigurer {

    static final String HEADER = "API-Version";
    static final List<String> SUPPORTED = List.of("1");

    @Override
    public void configureApiVersioning(ApiVersionConfigurer versions) {
        versions.useRequestHeader(HEADER)
                .setVersionRequired(false)
                .setDefaultVersion(SUPPORTED.get(0))
                .addSupportedVersions(SUPPORTED.toArray(String[]::new));
    }
}
