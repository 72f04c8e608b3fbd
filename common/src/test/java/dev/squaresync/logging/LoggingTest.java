package dev.squaresync.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is said comes out as one readable line and as one line of JSON, whatever is in it. */
@ExtendWith(OutputCaptureExtension.class)
class LoggingTest {

    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(LoggingTest.class);
    private static final String RUN = "0123abcd-0000-4000-8000-000000000001";
    private static final String BEGINNING_OF_A_LINE = "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}.*";

    @TempDir
    private Path folder;

    private Path file;
    private ConfigurableApplicationContext service;

    @Configuration(proxyBeanMethods = false)
    static class Nothing {}

    @BeforeEach
    void start() {
        // A context of another test, which is still there, would keep its own way to log.
        LoggingSystem.get(getClass().getClassLoader()).cleanUp();
        file = folder.resolve("service.json");
        service = new SpringApplicationBuilder(Nothing.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--spring.config.import=classpath:square-sync-logging.yaml",
                        "--spring.main.banner-mode=off",
                        "--spring.application.name=test-service",
                        "--logging.file.name=" + file);
    }

    @AfterEach
    void stop() {
        MDC.clear();
        service.close();
    }

    @Test
    void a_line_names_its_run_in_short_on_the_console_and_in_full_for_programs(CapturedOutput output)
            throws IOException {
        MDC.put("runId", RUN);
        MDC.put("dataType", "orders");
        MDC.put("traceId", "4bf92f3577b34da6a3ce929d0e0e4736");
        LOG.info("page 7 is written");
        MDC.clear();
        LOG.warn("nobody is there");

        assertThat(output.getOut()).contains("INFO  LoggingTest                  [0123abcd] page 7 is written\n");
        assertThat(output.getOut()).contains("WARN  LoggingTest                  nobody is there\n");
        JsonNode line = line("page 7 is written");
        assertThat(line.path("runId").asString()).isEqualTo(RUN);
        assertThat(line.path("dataType").asString()).isEqualTo("orders");
        assertThat(line.path("traceId").asString()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(line.at("/service/name").asString()).isEqualTo("test-service");
        assertThat(line("nobody is there").path("runId").isMissingNode()).isTrue();
    }

    @Test
    void text_from_outside_cannot_forge_a_line(CapturedOutput output) throws IOException {
        String forged = "2026-11-22T02:00:00.000Z INFO  RunEnding  All is well";
        LOG.info("Location \"{}\"", "Main St.\r\n" + forged + "\u001b[2J\u009b1m\u2028" + forged);
        LOG.error("Refused", new IllegalStateException("Square said\n" + forged + "\r" + forged));

        List<String> said = output.getOut()
                .lines()
                .filter(line -> line.contains("All is well"))
                .toList();
        assertThat(said).hasSize(2).allSatisfy(line -> assertThat(line).startsWith("    "));
        assertThat(output.getOut()).doesNotContain("\u001b", "\u009b", "\u2028", "\r");
        assertThat(output.getOut().lines().filter(line -> line.matches(BEGINNING_OF_A_LINE)))
                .noneMatch(line -> line.contains("All is well"));
        assertThat(Files.readAllLines(file)).allSatisfy(line -> assertThat(line).startsWith("{"));
        assertThat(lines())
                .filteredOn(line -> line.path("message").asString().contains("All is well"))
                .hasSize(1);
    }

    @Test
    void a_stack_trace_is_told_once(CapturedOutput output) {
        LOG.error("Refused", new IllegalStateException("only once"));

        assertThat(output.getOut()).containsOnlyOnce("only once").contains("at dev.squaresync.logging.LoggingTest");
    }

    @Test
    void the_file_cannot_fill_the_disk() {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Appender<ILoggingEvent> appender = root.getAppender("FILE");

        SizeAndTimeBasedRollingPolicy<?> policy =
                (SizeAndTimeBasedRollingPolicy<?>) ((RollingFileAppender<?>) appender).getRollingPolicy();
        assertThat(policy.getMaxHistory()).isEqualTo(14);
        assertThat(policy)
                .extracting("maxFileSize")
                .hasToString(FileSize.valueOf("20MB").toString());
        assertThat(policy)
                .extracting("totalSizeCap")
                .hasToString(FileSize.valueOf("200MB").toString());
    }

    private JsonNode line(String message) throws IOException {
        return lines().stream()
                .filter(line -> line.path("message").asString().equals(message))
                .findFirst()
                .orElseThrow();
    }

    private List<JsonNode> lines() throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> JsonMapper.shared().readTree(line))
                .toList();
    }
}
