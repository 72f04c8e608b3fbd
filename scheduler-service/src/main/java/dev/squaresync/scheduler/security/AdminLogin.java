package dev.squaresync.scheduler.security;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;

/** Lets the one admin in, by name and password. Wrong name or wrong password: the same answer after the same time. */
final class AdminLogin implements AuthenticationProvider {

    private final Secret user;
    private final Secret password;

    AdminLogin(Secret user, Secret password) {
        this.user = user;
        this.password = password;
    }

    @Override
    public Authentication authenticate(Authentication login) {
        boolean rightUser = user.matches(login.getName());
        boolean rightPassword = password.matches(String.valueOf(login.getCredentials()));
        if (!(rightUser & rightPassword)) {
            throw new BadCredentialsException("Wrong name or password.");
        }
        return UsernamePasswordAuthenticationToken.authenticated(
                login.getName(), null, AuthorityUtils.createAuthorityList("ROLE_OPERATOR"));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
