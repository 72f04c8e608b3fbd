package dev.squaresync.scheduler.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold in every template, so that the Content Security Policy has no exception and everybody can use the pages. */
class TemplatesTest {

    static Stream<String> templates() throws IOException, URISyntaxException {
        Path root = root();
        try (Stream<Path> files = Files.walk(root)) {
            return files
                    .filter(file -> file.toString().endsWith(".html"))
                    .map(file -> root.relativize(file).toString())
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void nothing_is_inline(String template) {
        Document page = parse(template);

        for (Element element : page.getAllElements()) {
            assertThat(element.attributes().asList())
                    .as(template + ": " + element.cssSelector())
                    .extracting(Attribute::getKey)
                    .noneMatch(TemplatesTest::isInline);
        }
        assertThat(page.select("style, script:not([src], [th:src])"))
                .as(template)
                .isEmpty();
        assertThat(page.html()).doesNotContain("th:utext", "javascript:", "https://", "//cdn");
    }

    @ParameterizedTest
    @MethodSource("templates")
    void a_field_has_a_label_and_a_heading_comes_once(String template) {
        Document page = parse(template);

        for (Element field : page.select("input:not([type=hidden]), select, textarea")) {
            boolean labelled = !page.select(field.id().isEmpty() ? "label[th:for]" : "label[for=" + field.id() + "]")
                            .isEmpty()
                    || field.parents().is("label")
                    || field.hasAttr("aria-label")
                    || field.attr("th:attr").contains("aria-label");
            assertThat(labelled).as(template + ": " + field).isTrue();
        }
        assertThat(page.select("h1").size()).as(template).isLessThanOrEqualTo(1);
        if (!page.select("main#main").isEmpty() && !template.endsWith("layout.html")) {
            assertThat(page.select("h1")).as(template).hasSize(1);
        }
    }

    private static boolean isInline(String attribute) {
        return List.of("style", "th:style", "th:styleappend", "hx-on", "hx-vals", "hx-vars")
                        .contains(attribute)
                || attribute.startsWith("on")
                || attribute.startsWith("th:on")
                || attribute.startsWith("hx-on");
    }

    private static Document parse(String template) {
        try {
            return Jsoup.parse(Files.readString(root().resolve(template)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path root() throws URISyntaxException {
        URI address = Objects.requireNonNull(TemplatesTest.class.getResource("/templates"))
                .toURI();
        return Path.of(address);
    }
}
