package dev.squaresync.fetcher.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.squaresync.message.PageLink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoopGuardTest {

    @ParameterizedTest(name = "a circle of {1} pages after {0}, {2} messages a page")
    @CsvSource({"0,1,1", "0,2,1", "1,1,1", "3,2,1", "5,7,1", "100,33,1", "5,7,3", "2,9,4", "0,2,5"})
    void a_circle_is_noticed_before_its_pages_have_been_read_many_times(int before, int circle, int parts) {
        assertThatThrownBy(() -> walk(before, circle, parts, 4 * (before + circle) + 4))
                .isInstanceOf(CursorRepeats.class);
    }

    @Test
    void a_long_straight_way_is_no_circle() {
        assertThat(walk(100_000, 1, 1, 100_000)).isEqualTo(100_000);
    }

    @Test
    void the_last_page_leads_nowhere() {
        assertThat(LoopGuard.nextMark("c5", new PageLink("c9", null), 9, 9)).isEqualTo("c5");
    }

    /** Follows cursors that go straight for a while and then round, and tells how many pages it has read. */
    private static int walk(int before, int circle, int parts, int most) {
        String mark = null;
        String cursor = PageLink.START;
        int number = 1;
        for (int page = 1; page <= most; page++) {
            String next = "c" + (page <= before ? page : before + (page - before) % circle);
            mark = LoopGuard.nextMark(mark, new PageLink(cursor, next), number, number + parts - 1);
            number += parts;
            cursor = next;
        }
        return most;
    }
}
