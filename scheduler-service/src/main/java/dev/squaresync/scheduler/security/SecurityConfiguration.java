package dev.squaresync.scheduler.security;

import dev.squaresync.scheduler.access.AdminName;
import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

/**
 * Who may do what. Programs come with a bearer token and people with a session; each has a chain of its own, so that neither
 * is ever let in by the other's means; {@link ManagementSecurity} has the chain of what machines ask. What is not allowed here by name is for operators.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String VIEWER = "VIEWER";
    private static final String OPERATOR = "OPERATOR";

    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
                    + "font-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private final Refusals refusals = new Refusals();

    @Bean
    AuthenticationManager authenticationManager(PersonLogin login) {
        return new ProviderManager(login);
    }

    @Bean
    AdminName adminName(SecuritySettings settings) {
        return new AdminName(settings.adminUser());
    }

    /** Two requests of one new session may store the same attribute at once. */
    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionsInPostgres() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }

    @Bean
    @Order(2)
    SecurityFilterChain chainOfPrograms(HttpSecurity http, Programs programs) throws Exception {
        return http.securityMatcher(BearerTokenFilter::bears)
                .authorizeHttpRequests(SecurityConfiguration::rules)
                .addFilterBefore(new BearerTokenFilter(programs), AuthorizationFilter.class)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .headers(SecurityConfiguration::headers)
                // A browser never sends a bearer token along by itself.
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain chainOfPeople(
            HttpSecurity http, AuthenticationManager manager, SecuritySettings settings, SignInAudit audit)
            throws Exception {
        AskedPage askedPage = new AskedPage();
        return http.authorizeHttpRequests(SecurityConfiguration::rules)
                .authenticationManager(manager)
                .formLogin(form -> form.loginPage("/login")
                        .successHandler(new SignedIn(settings.sessionTimeout(), askedPage))
                        .failureHandler(new SignInRefused()))
                .logout(logout -> logout.logoutUrl("/logout")
                        .addLogoutHandler(new SignedOut(audit))
                        .logoutSuccessUrl("/login?signed-out"))
                .addFilterBefore(new NoSessionFilter(refusals), CsrfFilter.class)
                .requestCache(cache -> cache.requestCache(askedPage))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .headers(SecurityConfiguration::headers)
                .build();
    }

    private static void rules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests
                // What was let in may end in an error, in another thread, or at the login page.
                .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD)
                .permitAll()
                .requestMatchers(HttpMethod.GET, "/login", "/assets/**")
                .permitAll()
                .requestMatchers("/api/people/**", "/api/tokens/**", "/access/**")
                .hasRole(OPERATOR)
                .requestMatchers(HttpMethod.GET)
                .hasAnyRole(VIEWER, OPERATOR)
                .requestMatchers(HttpMethod.HEAD)
                .hasAnyRole(VIEWER, OPERATOR)
                .anyRequest()
                .hasRole(OPERATOR);
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .httpStrictTransportSecurity(
                        hsts -> hsts.maxAgeInSeconds(31_536_000).includeSubDomains(false));
    }
}
