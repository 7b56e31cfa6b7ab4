package org.parley.cli.move;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.parley.store.Engine;
import org.parley.store.Migration;

/** Finds the migrations in the bundles that name their database in the header {@value #HEADER}. */
final class ModuleBundles {

    static final String HEADER = "Parley-Database";

    private static final Pattern SCRIPT = Pattern.compile(".*/(sqlite|postgresql)/V([1-9]\\d{0,5})__(\\w+)\\.sql");

    private ModuleBundles() {}

    /** The migrations of each module whose bundle is somewhere in these folders, by the name of its database. */
    static Map<String, List<Migration>> in(List<Path> folders) {
        Map<String, List<Migration>> found = new TreeMap<>();
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                jars(folder).forEach(jar -> read(jar, found));
            }
        }
        return found;
    }

    private static List<Path> jars(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        } catch (IOException e) {
            throw new MoveFailed("the bundles in " + folder + " cannot be listed", e);
        }
    }

    private static void read(Path file, Map<String, List<Migration>> found) {
        try (JarFile jar = new JarFile(file.toFile())) {
            Optional<String> database = Optional.ofNullable(jar.getManifest())
                    .map(manifest -> manifest.getMainAttributes().getValue(HEADER));
            if (database.isPresent()) {
                found.put(database.get(), migrations(jar));
            }
        } catch (IOException e) {
            throw new MoveFailed("the bundle " + file + " cannot be read", e);
        }
    }

    private static List<Migration> migrations(JarFile jar) throws IOException {
        Map<Integer, String> descriptions = new TreeMap<>();
        Map<Integer, Map<Engine, String>> scripts = new TreeMap<>();
        for (JarEntry entry : jar.stream().toList()) {
            Matcher parts = SCRIPT.matcher(entry.getName());
            if (parts.matches()) {
                int version = Integer.parseInt(parts.group(2));
                descriptions.put(version, parts.group(3));
                scripts.computeIfAbsent(version, any -> new EnumMap<>(Engine.class))
                        .put(engine(parts.group(1)), text(jar, entry));
            }
        }
        return scripts.keySet().stream()
                .map(version -> new Migration(version, descriptions.getOrDefault(version, ""), scripts.getOrDefault(version, Map.of())))
                .toList();
    }

    private static Engine engine(String folder) {
        return Stream.of(Engine.values()).filter(engine -> engine.folder().equals(folder)).findFirst().orElseThrow();
    }

    private static String text(JarFile jar, JarEntry entry) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
