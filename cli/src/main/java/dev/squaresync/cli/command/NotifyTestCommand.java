package dev.squaresync.cli.command;

import dev.squaresync.cli.api.Answer;
import dev.squaresync.cli.api.Notices;
import dev.squaresync.cli.api.Notices.Notice;
import dev.squaresync.cli.api.SchedulerApi;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "test",
        description = {
            "Have the notifier say something by every channel, and tell what came of it.",
            "Exit code 0: at least one has taken it, and none has failed."
        })
final class NotifyTestCommand implements Callable<Integer> {

    /** A notifier that lives has tried every channel by then. */
    private static final int LOOKS = 30;

    /** After the first channel has answered, the others get so many looks more. */
    private static final int LOOKS_FOR_OTHERS = 6;

    @Mixin
    private final CommonOptions options = new CommonOptions();

    private final Session session;

    NotifyTestCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        SchedulerApi scheduler = session.scheduler(options);
        String mark = scheduler.testNotices().value().mark();
        Map<String, Notice> heard = heard(scheduler, mark);
        if (options.json()) {
            session.screen().document(json(heard));
        } else {
            heard.values().forEach(this::tell);
        }
        if (heard.isEmpty()) {
            session.screen().error("The notifier has said nothing: is it running? ./square-sync doctor tells.");
            return ExitCode.FAILED;
        }
        return heard.values().stream().allMatch(NotifyTestCommand::isSent) ? ExitCode.DONE : ExitCode.FAILED;
    }

    /** The last word of each channel. */
    private Map<String, Notice> heard(SchedulerApi scheduler, String mark) {
        Map<String, Notice> heard = new LinkedHashMap<>();
        int left = LOOKS;
        while (left-- > 0) {
            LockSupport.parkNanos(session.betweenLooks().toNanos());
            boolean first = heard.isEmpty();
            Answer<Notices> latest = scheduler.notices();
            latest.value().notices().stream()
                    .filter(notice -> notice.subject().contains(mark))
                    .forEach(notice -> heard.putIfAbsent(notice.channel(), notice));
            if (first && !heard.isEmpty()) {
                left = Math.min(left, LOOKS_FOR_OTHERS);
            }
        }
        return heard;
    }

    private void tell(Notice notice) {
        session.screen()
                .line(notice.channel() + ": "
                        + (isSent(notice) ? "sent (" + notice.subject() + ")" : "not sent. " + notice.detail()));
    }

    private static String json(Map<String, Notice> heard) {
        return JsonMapper.builder().build().writeValueAsString(List.copyOf(heard.values()));
    }

    private static boolean isSent(Notice notice) {
        return notice.state().equals("SENT");
    }
}
