package dev.squaresync.scheduler.api.problem;

import jakarta.servlet.DispatcherType;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Puts {@link ErrorProblems} before everything else that would answer an error. */
@Configuration(proxyBeanMethods = false)
class ErrorProblemsConfiguration {

    @Bean
    FilterRegistrationBean<ErrorProblems> errorProblems(ProblemWriter writer) {
        FilterRegistrationBean<ErrorProblems> registration = new FilterRegistrationBean<>(new ErrorProblems(writer));
        registration.setDispatcherTypes(DispatcherType.ERROR);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}
