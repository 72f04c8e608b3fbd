package dev.squaresync.scheduler.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.json.JsonMapper;

/**
 * The contract of the API. Only for those who are signed in, although there is no secret in it: everything is denied by default,
 * and who may not use the API need not know what it can do.
 */
@RestController
class OpenApiController {

    static final String YAML = "/api/openapi.yaml";
    static final String JSON = "/api/openapi.json";

    private static final MediaType OPENAPI_YAML = MediaType.parseMediaType("application/yaml");

    private final String yaml;
    private final String json;

    OpenApiController(JsonMapper mapper) {
        this.yaml = document();
        this.json = mapper.writeValueAsString(new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml));
    }

    @GetMapping(YAML)
    ResponseEntity<byte[]> yaml() {
        return ResponseEntity.ok().contentType(OPENAPI_YAML).body(yaml.getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping(JSON)
    ResponseEntity<byte[]> json() {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String document() {
        try (InputStream file = OpenApiController.class.getResourceAsStream("openapi.yaml")) {
            if (file == null) {
                throw new IllegalStateException(
                        "No file openapi.yaml beside " + OpenApiController.class.getName() + ".");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
