package dev.squaresync.scheduler.api;

import dev.squaresync.scheduler.notice.TestNotices;
import java.security.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What people are told. */
@RestController
class NoticeController {

    private final TestNotices tests;

    NoticeController(TestNotices tests) {
        this.tests = tests;
    }

    /** @param mark what the subject of each notice contains */
    record TestBody(String mark) {}

    @PostMapping("/api/notices/test")
    @ResponseStatus(HttpStatus.ACCEPTED)
    TestBody test(Principal principal) {
        return new TestBody(tests.ask(principal.getName()));
    }
}
