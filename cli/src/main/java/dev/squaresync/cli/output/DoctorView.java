package dev.squaresync.cli.output;

import dev.squaresync.cli.doctor.Finding;
import dev.squaresync.cli.doctor.Level;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Shows what a system's examination has found: a line each, and what to do under it. */
public final class DoctorView {

    private static final int LEVEL = 12;
    private static final int CHECK = 28;

    private final Screen screen;
    private final LocalTime time;

    public DoctorView(Screen screen, LocalTime time) {
        this.screen = screen;
        this.time = time;
    }

    public void finding(Finding finding) {
        String word = finding.level().word();
        screen.readyLine(screen.state(word, word)
                + " ".repeat(LEVEL - word.length())
                + padded(Screen.plain(finding.check()))
                + Screen.plain(time.in(finding.sentence())));
        if (finding.advice() != null) {
            screen.line(" ".repeat(LEVEL + CHECK) + "→ " + time.in(finding.advice()));
        }
        screen.flush();
    }

    /** How it is, in a sentence. */
    public void summary(List<Finding> findings) {
        long problems = count(findings, Level.PROBLEM);
        long warnings = count(findings, Level.WARNING);
        screen.line("");
        screen.line(
                problems + warnings == 0
                        ? "All is well: " + fine(findings)
                        : Figures.counted(problems, "problem") + " and " + Figures.counted(warnings, "warning") + "; "
                                + fine(findings));
    }

    private static String fine(List<Finding> findings) {
        long fine = count(findings, Level.OK);
        long open = count(findings, Level.NOT_CHECKED);
        return Figures.counted(fine, "check") + " went well" + (open == 0 ? "." : ", " + open + " could not be made.");
    }

    /** For scripts. */
    public void document(List<Finding> findings) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("ok", count(findings, Level.PROBLEM) + count(findings, Level.WARNING) == 0);
        document.put("problems", count(findings, Level.PROBLEM));
        document.put("warnings", count(findings, Level.WARNING));
        document.put("findings", findings);
        screen.document(JsonMapper.builder().build().writeValueAsString(document));
    }

    private static long count(List<Finding> findings, Level level) {
        return findings.stream().filter(finding -> finding.level() == level).count();
    }

    private static String padded(String check) {
        return check + " ".repeat(Math.max(1, CHECK - check.length()));
    }
}
