package dev.squaresync.scheduler.desk;

import org.springframework.security.core.Authentication;

/**
 * Who looks at the page.
 *
 * @param operator may also change things; otherwise pages show no buttons
 */
public record Me(String name, boolean operator) {

    static Me of(Authentication somebody) {
        boolean operator = somebody.getAuthorities().stream()
                .anyMatch(authority -> "ROLE_OPERATOR".equals(authority.getAuthority()));
        return new Me(somebody.getName(), operator);
    }
}
