package dev.squaresync.scheduler.desk;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page knows: who looks at it, how the shop writes times, and why it is an error page if it is one. */
@ControllerAdvice(annotations = Controller.class)
class DeskModel {

    private final ShopWords shop;

    DeskModel(ShopWords shop) {
        this.shop = shop;
    }

    /** Null: nobody is signed in. */
    @ModelAttribute("me")
    @Nullable
    Me me() {
        Authentication somebody = SecurityContextHolder.getContext().getAuthentication();
        return somebody == null || somebody instanceof AnonymousAuthenticationToken ? null : Me.of(somebody);
    }

    @ModelAttribute("shop")
    ShopWords shop() {
        return shop;
    }

    @ModelAttribute("zone")
    String zone() {
        return shop.zone().getId();
    }

    @ModelAttribute("why")
    @Nullable
    String why(HttpServletRequest request) {
        return (String) request.getAttribute(PageErrors.WHY);
    }
}
