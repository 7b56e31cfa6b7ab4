package org.parley.rest.internal.swap;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.osgi.framework.Constants;
import org.parley.common.ErrorCode;
import org.parley.common.InvalidInput;

/** Fetches what is to be installed, and makes sure it is the module meant, before anything is touched. */
final class Content {

    private Content() {}

    /** Where a module's new content comes from: named, of a version, or where it came from before. */
    static String address(Module module, Optional<String> version, Optional<String> from) {
        return from.map(Content::urlOrPath)
                .or(() -> version.map(wanted -> "mvn:org.parley/" + module.bundle().getSymbolicName() + "/" + wanted))
                .orElseGet(() -> module.bundle().getLocation());
    }

    static void fetch(String address, Module module, Path jar) throws IOException {
        try (InputStream in = open(address)) {
            Files.copy(in, jar, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new IOException("cannot read " + address + ": " + e.getMessage(), e);
        }
        verify(jar, address, module);
    }

    private static void verify(Path jar, String address, Module module) throws IOException {
        Manifest manifest;
        try (JarFile file = new JarFile(jar.toFile())) {
            manifest = Optional.ofNullable(file.getManifest()).orElseGet(Manifest::new);
        } catch (IOException e) {
            throw new IOException(address + " is no jar: " + e.getMessage(), e);
        }
        require(manifest, address, Constants.BUNDLE_SYMBOLICNAME, module.bundle().getSymbolicName());
        require(manifest, address, Module.NAME_HEADER, module.name());
    }

    private static void require(Manifest manifest, String address, String header, String wanted) {
        String found = Optional.ofNullable(manifest.getMainAttributes().getValue(header)).orElse("");
        if (!found.split(";")[0].strip().equals(wanted)) {
            throw new InvalidInput(ErrorCode.INVALID_INPUT, "from",
                    address + " is not this module: its " + header + " is '" + found + "', not '" + wanted + "'");
        }
    }

    private static InputStream open(String address) throws IOException {
        try {
            return new URL(address).openStream();
        } catch (MalformedURLException e) {
            throw new IOException("no address that can be opened: " + e.getMessage(), e);
        }
    }

    private static String urlOrPath(String from) {
        return from.matches("[a-z][a-z0-9+.-]+:.*") ? URI.create(from).toString() : Path.of(from).toAbsolutePath().toUri().toString();
    }

}
