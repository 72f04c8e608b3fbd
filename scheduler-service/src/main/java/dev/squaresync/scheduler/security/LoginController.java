package dev.squaresync.scheduler.security;

import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

/** The page where people sign in. What they send is taken by a filter before it. */
@Controller
class LoginController {

    /** Where a refused try is forwarded to. */
    static final String REFUSED = "/login/refused";

    static final String REFUSAL = "square-sync.refusal";

    private static final String PAGE = "login";

    @GetMapping("/login")
    String login(
            @RequestParam(name = "signed-out", required = false) @Nullable String signedOut,
            @RequestParam(required = false) @Nullable String expired,
            @Nullable Principal somebody,
            Model model) {
        if (somebody != null) {
            return "redirect:/";
        }
        if (signedOut != null) {
            model.addAttribute("notice", "You are signed out.");
        } else if (expired != null) {
            model.addAttribute("notice", "You were signed out because you were away for long. Please sign in again.");
        }
        return PAGE;
    }

    @RequestMapping(path = REFUSED, method = RequestMethod.POST)
    String refused(@RequestAttribute(REFUSAL) String refusal, Model model) {
        model.addAttribute("refusal", refusal);
        return PAGE;
    }
}
