package dev.squaresync.scheduler.api;

import dev.squaresync.scheduler.access.People;
import dev.squaresync.scheduler.access.Person;
import dev.squaresync.scheduler.api.problem.NotThere;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The people who may sign in, beside the admin of the settings. */
@RestController
@RequestMapping("/api/people")
class PeopleController {

    private final People people;

    PeopleController(People people) {
        this.people = people;
    }

    record PersonBody(String name, String role, Instant createdAt, String createdBy, Instant passwordChangedAt) {

        static PersonBody of(Person person) {
            return new PersonBody(
                    person.name(),
                    person.role().word(),
                    person.createdAt(),
                    person.createdBy(),
                    person.passwordChangedAt());
        }
    }

    record PeopleBody(List<PersonBody> people) {}

    record NewPerson(
            @Nullable String name,
            @Nullable String role,
            @Nullable String password) {

        /** Without the password. */
        @Override
        public String toString() {
            return "NewPerson[name=" + name + ", role=" + role + "]";
        }
    }

    record NewPassword(@Nullable String password) {

        /** Without the password. */
        @Override
        public String toString() {
            return "NewPassword[]";
        }
    }

    @GetMapping
    PeopleBody all() {
        return new PeopleBody(people.all().stream().map(PersonBody::of).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    PersonBody add(@RequestBody NewPerson asked, Principal principal) {
        return PersonBody.of(people.add(asked.name(), asked.role(), asked.password(), principal.getName()));
    }

    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String name, Principal principal) {
        if (!people.remove(name, principal.getName())) {
            throw noSuchPerson(name);
        }
    }

    @PutMapping("/{name}/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(@PathVariable String name, @RequestBody NewPassword asked, Principal principal) {
        if (!people.changePassword(name, asked.password(), principal.getName())) {
            throw noSuchPerson(name);
        }
    }

    private static NotThere noSuchPerson(String name) {
        return new NotThere("There is no person named " + name + ".");
    }
}
