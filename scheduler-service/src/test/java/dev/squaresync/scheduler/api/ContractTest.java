package dev.squaresync.scheduler.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squaresync.scheduler.fixture.Api;
import dev.squaresync.scheduler.fixture.Contract;
import dev.squaresync.scheduler.fixture.SchedulerTest;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** The OpenAPI document says what there is, all of it and nothing else. The answers themselves are checked by {@link Api}. */
@SchedulerTest
class ContractTest {

    @Autowired
    private Api api;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Test
    void every_operation_is_in_the_document_and_nothing_else_is() {
        assertThat(documented().keySet()).isEqualTo(mapped().keySet());
    }

    @Test
    void every_parameter_is_in_the_document_and_nothing_else_is() {
        Map<String, Set<String>> expected = new TreeMap<>();
        mapped().forEach((operation, handler) -> expected.put(operation, parameters(handler)));

        Map<String, Set<String>> actual = new TreeMap<>();
        documented().forEach((operation, node) -> actual.put(operation, parameters(node)));

        assertThat(actual).isEqualTo(expected);
    }

    @Test
    void every_field_of_a_body_is_in_the_document_and_nothing_else_is() {
        Map<String, Set<String>> expected = new TreeMap<>();
        mapped().forEach((operation, handler) -> expected.put(operation, bodyFields(handler)));

        Map<String, Set<String>> actual = new TreeMap<>();
        documented().forEach((operation, node) -> actual.put(operation, bodyFields(node)));

        assertThat(actual).isEqualTo(expected);
    }

    @Test
    void every_example_is_one() {
        Contract contract = api.contract();
        List<String> faults = new ArrayList<>();
        contract.document().at("/components/schemas").propertyStream().forEach(schema -> {
            for (JsonNode example : schema.getValue().path("examples")) {
                contract.faults(schema.getValue(), example).forEach(fault -> faults.add(schema.getKey() + " " + fault));
            }
        });
        contract.document().at("/components/responses").propertyStream().forEach(response -> {
            for (JsonNode content : response.getValue().path("content")) {
                if (content.has("example")) {
                    contract.faults(content.get("schema"), content.get("example"))
                            .forEach(fault -> faults.add(response.getKey() + " " + fault));
                }
            }
        });
        contract.document().at("/components/parameters").propertyStream().forEach(parameter -> {
            if (parameter.getValue().has("example")) {
                contract.faults(
                                parameter.getValue().get("schema"),
                                parameter.getValue().get("example"))
                        .forEach(fault -> faults.add(parameter.getKey() + " " + fault));
            }
        });

        assertThat(faults).isEmpty();
    }

    @Test
    void every_reference_leads_somewhere_and_every_component_is_used() {
        JsonNode document = api.contract().document();
        Set<String> references = new TreeSet<>(document.findValuesAsString("$ref"));
        Set<String> components = document.get("components")
                .propertyStream()
                .filter(kind -> !kind.getKey().equals("securitySchemes"))
                .flatMap(kind -> kind.getValue()
                        .propertyStream()
                        .map(component -> "#/components/" + kind.getKey() + "/" + component.getKey()))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(references).isEqualTo(components);
    }

    @Test
    void the_document_is_served_in_both_forms_to_those_who_are_signed_in() {
        JsonNode served = api.get("/api/openapi.json").body();
        Api.Answer yaml = api.get("/api/openapi.yaml");

        assertThat(served.get("openapi").stringValue()).isEqualTo("3.1.0");
        assertThat(served.get("paths").propertyNames())
                .isEqualTo(api.contract().document().get("paths").propertyNames());
        assertThat(yaml.response().body()).startsWith("openapi: 3.1.0\n");
        assertThat(api.send(api.request("GET", "/api/openapi.json", "").build()).status())
                .isEqualTo(401);
    }

    private Map<String, HandlerMethod> mapped() {
        Map<String, HandlerMethod> operations = new TreeMap<>();
        mappings.getHandlerMethods().forEach((mapping, handler) -> {
            for (String path : mapping.getPatternValues()) {
                if (path.startsWith("/api")) {
                    mapping.getMethodsCondition()
                            .getMethods()
                            .forEach(method -> operations.put(method + " " + path, handler));
                }
            }
        });
        return operations;
    }

    private Map<String, JsonNode> documented() {
        Map<String, JsonNode> operations = new TreeMap<>();
        api.contract()
                .document()
                .get("paths")
                .propertyStream()
                .forEach(path -> path.getValue()
                        .propertyStream()
                        .forEach(operation -> operations.put(
                                operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                operation.getValue())));
        return operations;
    }

    private static Set<String> parameters(HandlerMethod handler) {
        Set<String> names = Arrays.stream(handler.getMethodParameters())
                .flatMap(ContractTest::names)
                .collect(Collectors.toCollection(TreeSet::new));
        // It is read before there is a handler.
        names.add("header API-Version");
        return names;
    }

    private static Stream<String> names(MethodParameter parameter) {
        parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
        if (parameter.hasParameterAnnotation(RequestParam.class)) {
            return Stream.of("query " + parameter.getParameterName());
        }
        if (parameter.hasParameterAnnotation(PathVariable.class)) {
            return Stream.of("path " + parameter.getParameterName());
        }
        RequestHeader header = parameter.getParameterAnnotation(RequestHeader.class);
        if (header != null) {
            return Stream.of("header " + header.name());
        }
        return parameter.hasParameterAnnotation(ModelAttribute.class)
                ? components(parameter.getParameterType()).map(name -> "query " + name)
                : Stream.empty();
    }

    private Set<String> parameters(JsonNode operation) {
        return operation
                .get("parameters")
                .valueStream()
                .map(api.contract()::resolved)
                .map(parameter -> parameter.get("in").stringValue() + " "
                        + parameter.get("name").stringValue())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> bodyFields(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestBody.class))
                .flatMap(parameter -> components(parameter.getParameterType()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> bodyFields(JsonNode operation) {
        JsonNode schema = operation.at("/requestBody/content/application~1json/schema");
        return schema.isMissingNode()
                ? Set.of()
                : new TreeSet<>(
                        api.contract().resolved(schema).get("properties").propertyNames());
    }

    private static Stream<String> components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName);
    }
}
