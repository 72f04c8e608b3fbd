package dev.squaresync.scheduler.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;

/** The page that somebody asked for before they signed in. Only its address is kept, not the request with its headers. */
final class AskedPage implements RequestCache {

    private static final String ATTRIBUTE = "asked-page";
    private static final int LONGEST_ADDRESS = 2_000;

    @Override
    public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
        if (!canBeGoneBackTo(request)) {
            return;
        }
        String query = request.getQueryString();
        String address = query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
        if (address.length() <= LONGEST_ADDRESS) {
            request.getSession().setAttribute(ATTRIBUTE, address);
        }
    }

    @Override
    public @Nullable SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(ATTRIBUTE) instanceof String address
                ? new SimpleSavedRequest(address)
                : null;
    }

    /** Nothing of the earlier request is ever repeated. */
    @Override
    public @Nullable HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
        return null;
    }

    @Override
    public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(ATTRIBUTE);
        }
    }

    private static boolean canBeGoneBackTo(HttpServletRequest request) {
        return HttpMethod.GET.matches(request.getMethod()) && Refusals.isPage(request) && !isAsset(request);
    }

    private static boolean isAsset(HttpServletRequest request) {
        return request.getServletPath().equals("/favicon.ico");
    }
}
