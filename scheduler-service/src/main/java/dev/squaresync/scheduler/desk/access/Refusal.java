package dev.squaresync.scheduler.desk.access;

import org.jspecify.annotations.Nullable;

/**
 * What was wrong with a form, and what was typed into it, but for passwords.
 *
 * @param form {@code person} or {@code token}
 * @param field the one that was wrong
 * @param sentence what to do
 */
public record Refusal(String form, String field, @Nullable String sentence, String name, String role) {

    static final Refusal NONE = new Refusal("", "", null, "", "");

    /** Whether this field of this form was wrong. */
    public boolean isOf(String otherForm, String otherField) {
        return form.equals(otherForm) && field.equals(otherField);
    }

    /** What was typed into this form as the name. */
    public String nameIn(String otherForm) {
        return form.equals(otherForm) ? name : "";
    }

    /** Whether this role was chosen in this form. */
    public boolean chose(String otherForm, String otherRole) {
        return form.equals(otherForm) && role.equals(otherRole);
    }
}
