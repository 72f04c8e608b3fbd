package dev.squaresync.scheduler.desk.access;

import dev.squaresync.scheduler.access.AdminName;
import dev.squaresync.scheduler.access.InvalidAccess;
import dev.squaresync.scheduler.access.NameTaken;
import dev.squaresync.scheduler.access.People;
import dev.squaresync.scheduler.access.Role;
import dev.squaresync.scheduler.access.Tokens;
import dev.squaresync.scheduler.desk.Flash;
import dev.squaresync.scheduler.desk.NoSuchThing;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who may come in: people and programs. */
@Controller
class AccessPageController {

    private static final String PAGE = "desk/access";
    private static final String BACK = "redirect:/access";

    private final People people;
    private final Tokens tokens;
    private final AdminName admin;

    AccessPageController(People people, Tokens tokens, AdminName admin) {
        this.people = people;
        this.tokens = tokens;
        this.admin = admin;
    }

    @GetMapping("/access")
    String access(Model model) {
        return page(Refusal.NONE, model);
    }

    @PostMapping("/access/people")
    String addPerson(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String password,
            Principal who,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            String added = people.add(name, role, password, who.getName()).name();
            Flash.done(added + " may sign in now. Tell them the password by a way that nobody else can read.")
                    .addTo(redirect);
            return BACK;
        } catch (InvalidAccess e) {
            return refused(new Refusal("person", e.field(), e.getMessage(), name, role), model, response);
        } catch (NameTaken e) {
            return refused(new Refusal("person", "name", e.getMessage(), name, role), model, response);
        }
    }

    @PostMapping("/access/people/password")
    String changePassword(
            @RequestParam String name,
            @RequestParam(defaultValue = "") String password,
            Principal who,
            RedirectAttributes redirect) {
        try {
            if (!people.changePassword(name, password, who.getName())) {
                throw noSuchPerson(name);
            }
            Flash.done(name + " has a new password and is signed out everywhere.")
                    .addTo(redirect);
        } catch (InvalidAccess e) {
            Flash.refused("The password of " + name + " is as it was. " + e.getMessage())
                    .addTo(redirect);
        }
        return BACK;
    }

    @PostMapping("/access/people/remove")
    String removePerson(@RequestParam String name, Principal who, RedirectAttributes redirect) {
        if (!people.remove(name, who.getName())) {
            throw noSuchPerson(name);
        }
        Flash.done(name + " may not sign in any more.").addTo(redirect);
        return BACK;
    }

    /** Answers with the token itself, which is kept nowhere: neither in a session nor for a page to come. */
    @PostMapping("/access/tokens")
    String createToken(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String role,
            Principal who,
            Model model,
            HttpServletResponse response) {
        try {
            model.addAttribute("issued", tokens.create(name, role, who.getName()));
            return "desk/token";
        } catch (InvalidAccess e) {
            return refused(new Refusal("token", e.field(), e.getMessage(), name, role), model, response);
        } catch (NameTaken e) {
            return refused(new Refusal("token", "name", e.getMessage(), name, role), model, response);
        }
    }

    @PostMapping("/access/tokens/{id}/revoke")
    String revokeToken(@PathVariable UUID id, Principal who, RedirectAttributes redirect) {
        if (tokens.revoke(id, who.getName())) {
            Flash.done("The token is revoked: its program does not come in any more.")
                    .addTo(redirect);
        } else {
            Flash.refused("Nothing was revoked: there is no such token in force.")
                    .addTo(redirect);
        }
        return BACK;
    }

    private String refused(Refusal refusal, Model model, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        return page(refusal, model);
    }

    private String page(Refusal refusal, Model model) {
        model.addAttribute("people", people.all());
        model.addAttribute("tokens", tokens.all());
        model.addAttribute("admin", admin.value());
        model.addAttribute("roles", List.of(Role.values()));
        model.addAttribute("refusal", refusal);
        return PAGE;
    }

    private static NoSuchThing noSuchPerson(String name) {
        return new NoSuchThing("There is no person named " + name + ".");
    }
}
