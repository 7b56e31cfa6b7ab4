package org.parley.cli.move;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.store.Migration;

/** The data folder of a server that is stopped. */
record DataFolder(Path path) {

    private static final String END = ".db";

    /** Refuses a folder that a server runs on, or was not stopped on in an orderly way. */
    void requireStopped() {
        Path file = path.resolve("run/pid");
        if (!Files.exists(file)) {
            return;
        }
        try {
            Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(Files.readString(file).strip()));
            if (process.map(ProcessHandle::isAlive).orElse(false)) {
                throw new MoveFailed("a server runs on " + path + " (process " + process.get().pid() + "): stop it first");
            }
        } catch (IOException | NumberFormatException e) {
            throw new MoveFailed("the process in " + file + " cannot be read", e);
        }
    }

    /** The modules that have a file here. */
    List<Module> modules(Map<String, List<Migration>> bundles) {
        List<Module> modules = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path, "*" + END)) {
            for (Path file : files) {
                modules.add(module(file, bundles));
            }
        } catch (IOException e) {
            throw new MoveFailed("the folder " + path + " cannot be listed", e);
        }
        if (modules.isEmpty()) {
            throw new MoveFailed("there is no database in " + path + ": is it a data folder?");
        }
        modules.sort(Comparator.comparing(Module::name));
        return modules;
    }

    private static Module module(Path file, Map<String, List<Migration>> bundles) {
        String fileName = String.valueOf(file.getFileName());
        String name = fileName.substring(0, fileName.length() - END.length());
        List<Migration> migrations = bundles.get(name);
        if (migrations == null) {
            throw new MoveFailed("no bundle of this distribution, nor one in deploy/, says that " + file + " is its database");
        }
        Path log = file.resolveSibling(fileName + "-wal");
        try {
            if (Files.exists(log) && Files.size(log) > 0) {
                throw new MoveFailed(log + " holds what is not in the database yet: start the server once, stop it with"
                        + " 'parley stop', and move then");
            }
        } catch (IOException e) {
            throw new MoveFailed("the file " + log + " cannot be looked at", e);
        }
        return new Module(name, file.toAbsolutePath(), migrations);
    }
}
