package dev.squaresync.notifier;

import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.util.ArrayList;
import java.util.List;

/** The two forms of a received mail. */
record Parts(String text, String html) {

    static Parts of(Part mail) throws Exception {
        return new Parts(only(mail, "text/plain"), only(mail, "text/html"));
    }

    private static String only(Part mail, String type) throws Exception {
        List<String> found = new ArrayList<>();
        collect(mail, type, found);
        if (found.size() != 1) {
            throw new AssertionError("Found " + found.size() + " parts of type " + type + ", expected one.");
        }
        return found.get(0).replace("\r\n", "\n");
    }

    private static void collect(Part part, String type, List<String> found) throws Exception {
        if (part.getContent() instanceof Multipart multipart) {
            for (int i = 0; i < multipart.getCount(); i++) {
                collect(multipart.getBodyPart(i), type, found);
            }
        } else if (part.isMimeType(type)) {
            found.add((String) part.getContent());
        }
    }
}
