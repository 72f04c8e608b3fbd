package dev.squaresync.scheduler.deadletter;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactedTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"access_token\": \"abc\", \"id\": 1}          | {\"access_token\": \"[redacted]\", \"id\": 1}",
                "{\"Authorization\":\"x y\"}                     | {\"Authorization\":\"[redacted]\"}",
                "{\"clientSecret\" : \"a\\\"b\\\\\", \"n\": \"m\"} | {\"clientSecret\" : \"[redacted]\", \"n\": \"m\"}",
                "{\"password\": 12345, \"n\": 1}                 | {\"password\": \"[redacted]\", \"n\": 1}",
                "{\"password\": null}                            | {\"password\": null}",
                "{\"token\": \"never ends                        | {\"token\": \"[redacted]\"",
                "{\"body\": \"{\\\"api_key\\\":\\\"abc\\\",\\\"n\\\":1}\"} | {\"body\": \"{\\\"api_key\\\":\"[redacted]\",\\\"n\\\":1}\"}",
                "{\"note\": \"Authorization: Bearer abcdefgh12345\"} | {\"note\": \"Authorization: Bearer [redacted]\"}",
                "Basic YWRtaW46cGFzc3dvcmQ=                      | Basic [redacted]",
                "amqp://user:hunter2@broker:5672/               | amqp://[redacted]@broker:5672/",
                "EAAAl1234567890123456789012345678901234567      | [redacted]",
                "sq0atp-1234567890123456789012                   | [redacted]",
                "sqs_1234567890123456789012345678901234567890abc | [redacted]",
                "eyJhbGciOiJI.eyJzdWIiOiIx.SflKxwRJSM            | [redacted]",
                "{\"note\": \"card 4111 1111 1111 1111 given\"}  | {\"note\": \"card [redacted] given\"}",
                "{\"note\": 4111111111111111}                    | {\"note\": [redacted]}",
            })
    void secrets_are_taken_out(String payload, String shown) {
        assertThat(Redacted.text(payload)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"id\": \"W62UWFY35CWMYGVWK6TWJDNI\", \"cursor\": \"abc\", \"next_page_token\": \"n\"}",
                "{\"version\": 1641230000123, \"number\": \"4111111111111112\"}",
                "{\"email\": \"ada@example.com\", \"phone\": \"+49 170 1234567\"}",
                "{\"created_at\": \"2026-11-22T12:00:00.000Z\", \"name\": \"Passport \\\"blue\\\"\"}",
                "{\"run\": \"00000000-0000-0000-0000-000000000001\"}",
                "not JSON at all",
            })
    void everything_else_stays(String payload) {
        assertThat(Redacted.text(payload)).isEqualTo(payload);
    }

    @Test
    void a_headers_name_is_enough() {
        assertThat(Redacted.headers(Map.of("X-Api-Key", "abc", "note", "Bearer abcdefgh", "page", "1")))
                .isEqualTo(Map.of("X-Api-Key", "[redacted]", "note", "Bearer [redacted]", "page", "1"));
    }

    @Test
    @Timeout(value = 60, unit = SECONDS)
    void text_made_to_take_long_does_not() {
        for (String part : new String[] {
            "\"", "\\", "\"token", "\"token\":\"\\", "1 ", "://a:", "eyJaaaaaaaa.", "bearer ", "password", "-eyJ"
        }) {
            Redacted.text(part.repeat(DeadLetterContent.MOST_BYTES / part.length()));
        }
    }
}
