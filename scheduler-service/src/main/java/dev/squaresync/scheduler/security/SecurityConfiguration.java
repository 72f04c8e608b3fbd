package dev.squaresync.scheduler.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;

/** Denies everything to everybody (see {@link ManagementSecurity} for what machines ask), unless they bear the API token or are the admin. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String UNAUTHORIZED = """
            {"type":"urn:square-sync:problem:unauthorized","title":"Not signed in","status":401,\
            "detail":"Send the API token as 'Authorization: Bearer ...', or the admin's name and password by HTTP basic."}
            """;

    @Bean
    AuthenticationManager authenticationManager(SecuritySettings settings) {
        return new ProviderManager(
                new AdminLogin(new Secret(settings.adminUser()), new Secret(settings.adminPassword())));
    }

    @Bean
    SecurityFilterChain everything(HttpSecurity http, SecuritySettings settings) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .addFilterBefore(new ApiTokenFilter(new Secret(settings.apiToken())), BasicAuthenticationFilter.class)
                .httpBasic(basic -> basic.authenticationEntryPoint(SecurityConfiguration::refuse))
                .exceptionHandling(errors -> errors.authenticationEntryPoint(SecurityConfiguration::refuse))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // No cookies, so nothing that another site could make a browser send along.
                .csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"square-sync\"");
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getWriter().write(UNAUTHORIZED);
    }
}
