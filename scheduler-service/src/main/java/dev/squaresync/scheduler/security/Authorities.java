package dev.squaresync.scheduler.security;

import dev.squaresync.scheduler.access.Role;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** Roles as Spring Security knows them. */
final class Authorities {

    private Authorities() {}

    static UsernamePasswordAuthenticationToken letIn(String name, Role role) {
        return UsernamePasswordAuthenticationToken.authenticated(
                name, null, AuthorityUtils.createAuthorityList("ROLE_" + role.name()));
    }
}
