package org.parley.itests.kit;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.Jar;

import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.Manifest;

/** Packs bundles while a test runs. */
public final class BundleFiles {

    private BundleFiles() {}

    /**
     * Packs a package of the class path as a bundle, with its declarative services.
     *
     * @param target  the file to write
     * @param example a class of that package
     * @param headers more headers; the name and the version are among them
     */
    public static Path pack(Path target, Class<?> example, Map<String, String> headers) {
        try (Builder builder = new Builder()) {
            builder.addClasspath(new File(example.getProtectionDomain().getCodeSource().getLocation().toURI()));
            for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
                if (entry.endsWith(".jar")) {
                    builder.addClasspath(new File(entry));
                }
            }
            builder.setProperty("Private-Package", example.getPackageName());
            builder.setProperty("-noimportjava", "true");
            headers.forEach(builder::setProperty);
            try (Jar jar = builder.build()) {
                if (!builder.getErrors().isEmpty()) {
                    throw new IllegalStateException(builder.getErrors().toString());
                }
                jar.write(target.toFile());
            }
            return target;
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("cannot pack " + target, e);
        }
    }

    /** A copy of a bundle with other headers. */
    public static Path repack(Path bundle, Path target, Map<String, String> headers) {
        try (Jar jar = new Jar(bundle.toFile())) {
            Manifest manifest = jar.getManifest();
            Attributes main = manifest.getMainAttributes();
            headers.forEach(main::putValue);
            jar.setManifest(manifest);
            jar.write(target.toFile());
            return target;
        } catch (Exception e) {
            throw new IllegalStateException("cannot repack " + bundle, e);
        }
    }

    /** A copy of a bundle without the files below a folder. */
    public static Path repackWithout(Path bundle, Path target, String folder) {
        try (Jar jar = new Jar(bundle.toFile())) {
            if (jar.getDirectory(folder) == null) {
                throw new IllegalArgumentException("there is no " + folder + " in " + bundle);
            }
            jar.removePrefix(folder);
            jar.write(target.toFile());
            return target;
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("cannot repack " + bundle, e);
        }
    }

    /** A header of a bundle. */
    public static String header(Path bundle, String name) {
        try (Jar jar = new Jar(bundle.toFile())) {
            return jar.getManifest().getMainAttributes().getValue(name);
        } catch (Exception e) {
            throw new IllegalStateException("cannot read " + bundle, e);
        }
    }
}
