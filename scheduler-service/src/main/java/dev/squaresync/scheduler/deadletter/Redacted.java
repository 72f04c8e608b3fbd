package dev.squaresync.scheduler.deadletter;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a message says, for people's eyes: without secrets. Taken out are
 *
 * <ul>
 *   <li>the values of JSON fields and headers whose names speak of passwords, secrets, tokens of access, keys of an API,
 *       authorization, cookies, private keys, or a card's number or code;
 *   <li>wherever they stand, access tokens of Square and of this system, JSON web tokens, what follows {@code Bearer} or {@code
 *       Basic}, passwords in addresses, private keys, and numbers of 13 to 19 digits with a card's check digit.
 * </ul>
 *
 * <p>Names, mail addresses and phone numbers stay: they are the shop's own data, which the mirror holds as well, and the way to
 * recognise what a message is about. The row keeps the message as it came, because a replay must send it so.
 */
final class Redacted {

    private static final String GONE = "[redacted]";

    private static final String SECRET_NAMES =
            "passw(?:or)?d|secret|authorization|api[-_]?key|access[-_]?token|refresh[-_]?token"
                    + "|id[-_]?token|bearer|private[-_]?key|cookie|card[-_]?number|cvv|cvc|security[-_]?code";
    private static final Pattern SECRET_NAME =
            Pattern.compile("(?i)(?:.*(?:" + SECRET_NAMES + ").*|token|pan)", Pattern.DOTALL);

    /** A name with its colon: JSON may stand in JSON as text, where a backslash or more come before each quotation mark. */
    private static final Pattern SECRET_FIELD = Pattern.compile("(?i)(?<!\\\\)(\\\\*+)\"(?:[^\"\\\\]{0,60}(?:"
            + SECRET_NAMES + ")[^\"\\\\]{0,60}+|token|pan)\\\\*+\"\\s*+:\\s*+");

    private static final Pattern UNQUOTED = Pattern.compile("[^\\s,}\\]\\\\\"]*+");

    private static final Pattern SECRET_VALUE = Pattern.compile("(?i:\\b(bearer|basic)\\s++)[A-Za-z0-9._~+/=-]{8,}+"
            + "|(?<![A-Za-z0-9_-])(?:EAAA[A-Za-z0-9_-]{30,}+|(?:sandbox-)?sq0[a-z]{3}-[A-Za-z0-9_-]{20,}+|sqs_[A-Za-z0-9_-]{20,}+)"
            + "|(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{8,}+\\.[A-Za-z0-9_-]{8,}+\\.[A-Za-z0-9_-]*+"
            + "|(?<=://)[^\\s/@:\"]{1,200}+:[^\\s/@\"]{1,200}+(?=@)"
            + "|-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[^-]*+(?:-----END [A-Z ]{0,30}PRIVATE KEY-----)?");

    /** As a card's number is printed or stored; the industry's first digits leave out times in milliseconds. */
    private static final Pattern LONG_NUMBER = Pattern.compile(
            "(?<![A-Za-z0-9-])[2-6](?:\\d{12,18}|\\d{3}([ -])\\d{4}\\1\\d{4}\\1\\d{1,7}|\\d{3}([ -])\\d{6}\\2\\d{5})(?![A-Za-z0-9-])");

    private Redacted() {}

    /** A payload, or its beginning. */
    static String text(String payload) {
        return withoutCardNumbers(withoutSecretValues(withoutSecretFields(payload)));
    }

    static Map<String, String> headers(Map<String, String> headers) {
        Map<String, String> redacted = new TreeMap<>();
        headers.forEach(
                (name, value) -> redacted.put(name, SECRET_NAME.matcher(name).matches() ? GONE : text(value)));
        return redacted;
    }

    private static String withoutSecretFields(String payload) {
        StringBuilder result = new StringBuilder(payload.length());
        Matcher field = SECRET_FIELD.matcher(payload);
        int copied = 0;
        while (field.find(copied)) {
            result.append(payload, copied, field.end());
            copied = valueEnd(payload, field.end(), field.group(1).length());
            if (copied > field.end()) {
                result.append(payload.startsWith("null", field.end()) ? "null" : "\"" + GONE + "\"");
            }
        }
        return result.append(payload, copied, payload.length()).toString();
    }

    /** Where a value ends: a text at the first quotation mark that is escaped as often as the one that opens it. */
    private static int valueEnd(String payload, int start, int escapes) {
        int open = payload.indexOf('"', start);
        if (open != start + escapes) {
            Matcher unquoted = UNQUOTED.matcher(payload).region(start, payload.length());
            return unquoted.lookingAt() ? unquoted.end() : start;
        }
        for (int close = payload.indexOf('"', open + 1); close >= 0; close = payload.indexOf('"', close + 1)) {
            int backslashes = backslashesBefore(payload, close);
            if (backslashes < escapes) {
                return close;
            }
            // Inside, each level of text in text doubles the backslashes of what it escapes.
            if (backslashes % (2 * (escapes + 1)) == escapes) {
                return close + 1;
            }
        }
        return payload.length();
    }

    private static int backslashesBefore(String payload, int index) {
        int first = index;
        while (first > 0 && payload.charAt(first - 1) == '\\') {
            first--;
        }
        return index - first;
    }

    private static String withoutSecretValues(String payload) {
        return SECRET_VALUE
                .matcher(payload)
                .replaceAll(secret -> secret.group(1) == null
                        ? GONE
                        : secret.group(1).toLowerCase(Locale.ROOT).equals("basic")
                                ? "Basic " + GONE
                                : "Bearer " + GONE);
    }

    private static String withoutCardNumbers(String payload) {
        return LONG_NUMBER.matcher(payload).replaceAll(number -> hasCheckDigit(number.group()) ? GONE : number.group());
    }

    /** ISO/IEC 7812: every second digit from the right is doubled, and the sum of all is a multiple of ten. */
    private static boolean hasCheckDigit(String number) {
        int sum = 0;
        boolean doubled = false;
        for (int i = number.length() - 1; i >= 0; i--) {
            int digit = Character.digit(number.charAt(i), 10);
            if (digit < 0) {
                continue;
            }
            int value = doubled ? 2 * digit : digit;
            sum += value > 9 ? value - 9 : value;
            doubled = !doubled;
        }
        return sum % 10 == 0;
    }
}
