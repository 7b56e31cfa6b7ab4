package org.parley.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.github.classgraph.AnnotationInfo;
import io.github.classgraph.ClassGraph;
import io.github.classgraph.ClassInfo;
import io.github.classgraph.MethodInfo;
import io.github.classgraph.ScanResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The OpenAPI document is a valid one, and tells of exactly the routes that are in the bundles. */
class OpenApiIT {

    private static final List<String> METHODS = List.of("GET", "PUT", "POST", "DELETE", "PATCH");

    @RegisterExtension
    static final Server SERVER = new Server();

    private static JsonNode document() {
        return SERVER.api().get("/openapi.json").expect(200).json();
    }

    @Test
    void itIsValid() throws IOException {
        JsonNode schema;
        try (InputStream in = OpenApiIT.class.getResourceAsStream("/openapi-3.1/schema.json")) {
            schema = new ObjectMapper().readTree(in);
        }
        JsonSchema checker = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema);
        assertThat(checker.validate(document())).isEmpty();
    }

    @Test
    void itTellsOfAllResourcesAndOfNothingElse() throws IOException {
        Set<String> routes = new TreeSet<>();
        try (ScanResult classes = new ClassGraph().overrideClasspath(bundles()).enableAllInfo().ignoreClassVisibility()
                .scan()) {
            classes.getClassesWithAnnotation("jakarta.ws.rs.Path").forEach(resource -> routes.addAll(routes(resource)));
        }
        Set<String> documented = documented();
        assertThat(routes).hasSizeGreaterThan(20);
        assertThat(documented).containsAll(routes);

        Set<String> servedByServlets = new TreeSet<>(documented);
        servedByServlets.removeAll(routes);
        assertThat(servedByServlets).containsExactly("GET /api/v1/events", "GET /health/live", "GET /health/ready",
                "GET /metrics", "POST /api/v1/events");
        takesWhatIsDocumented("/api/v1/events", documented);
    }

    /** What a servlet does with a method cannot be read from its class, so it is asked. */
    private static void takesWhatIsDocumented(String path, Set<String> documented) {
        for (String method : METHODS) {
            int status = SERVER.api().send(SERVER.api().request(path).method(method, BodyPublishers.noBody())).status();
            assertThat(status).as("%s %s", method, path).isNotEqualTo(404);
            assertThat(status != 405).as("%s %s answers %d", method, path, status)
                    .isEqualTo(documented.contains(method + " " + path));
        }
    }

    private static String bundles() throws IOException {
        Path system = SERVER.get().command().distribution().resolve("system/org/parley");
        try (Stream<Path> files = Files.walk(system)) {
            return String.join(File.pathSeparator,
                    files.filter(file -> file.toString().endsWith(".jar")).map(Path::toString).toList());
        }
    }

    private static Set<String> documented() {
        JsonNode document = document();
        String base = document.path("servers").path(0).path("url").asText("").replaceFirst("/$", "");
        Set<String> documented = new TreeSet<>();
        document.get("paths").properties().forEach(path -> path.getValue().fieldNames().forEachRemaining(method -> {
            if (METHODS.contains(method.toUpperCase(Locale.ROOT))) {
                documented.add(method.toUpperCase(Locale.ROOT) + " " + normal(
                        path.getKey().startsWith("/api/") ? path.getKey() : base + path.getKey()));
            }
        }));
        return documented;
    }

    private static Set<String> routes(ClassInfo resource) {
        Set<String> routes = new TreeSet<>();
        for (MethodInfo method : resource.getDeclaredMethodInfo()) {
            METHODS.stream().filter(name -> method.hasAnnotation("jakarta.ws.rs." + name)).forEach(name -> routes.add(
                    name + " " + normal("/api/" + value(resource.getAnnotationInfo("jakarta.ws.rs.Path")) + "/"
                            + value(method.getAnnotationInfo("jakarta.ws.rs.Path")))));
        }
        return routes;
    }

    private static String value(AnnotationInfo path) {
        return path == null ? "" : String.valueOf(path.getParameterValues().getValue("value"));
    }

    /** Without doubled or final slashes, and with {} for a parameter whatever its name. */
    private static String normal(String path) {
        return path.replaceAll("\\{[^}]*}", "{}").replaceAll("/+", "/").replaceFirst("/$", "");
    }
}
