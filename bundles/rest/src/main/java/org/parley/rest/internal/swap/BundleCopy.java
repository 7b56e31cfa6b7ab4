package org.parley.rest.internal.swap;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.osgi.framework.Bundle;

/**
 * Writes what is in an installed bundle to a jar. The place a bundle came from may by now hold something else, and how
 * a framework keeps its bundles is its own affair; the entries of the bundle are there in any case.
 */
final class BundleCopy {

    private BundleCopy() {}

    static void write(Bundle bundle, Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar); ZipOutputStream out = new ZipOutputStream(file)) {
            // Readers that stream a jar want its manifest first.
            entry(bundle, JarFile.MANIFEST_NAME, out);
            folder(bundle, "/", out);
        }
    }

    private static void folder(Bundle bundle, String path, ZipOutputStream out) throws IOException {
        Enumeration<String> names = bundle.getEntryPaths(path);
        if (names == null) {
            return;
        }
        while (names.hasMoreElements()) {
            String name = names.nextElement();
            if (name.endsWith("/")) {
                folder(bundle, name, out);
            } else if (!name.equals(JarFile.MANIFEST_NAME)) {
                entry(bundle, name, out);
            }
        }
    }

    private static void entry(Bundle bundle, String name, ZipOutputStream out) throws IOException {
        URL content = bundle.getEntry(name);
        if (content == null) {
            throw new IOException("bundle " + bundle + " lists " + name + " and does not give it");
        }
        out.putNextEntry(new ZipEntry(name));
        try (InputStream in = content.openStream()) {
            in.transferTo(out);
        }
        out.closeEntry();
    }
}
