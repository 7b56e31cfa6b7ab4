package org.parley.capture.internal.journal;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.parley.capture.api.testing.JournalCrashContract.Writing;

/** A Java process with this one's class path, to be killed. */
record KilledProcess(Process process) implements Writing {

    static KilledProcess start(Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return new KilledProcess(new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
    }

    @Override
    public BufferedReader output() {
        return process.inputReader();
    }

    @Override
    public void kill() throws InterruptedException {
        // Through the handle: destroying the process itself would close the output that is still to be read.
        process.toHandle().destroyForcibly();
        if (process.waitFor() == 0) {
            throw new IllegalStateException("the process ended by itself instead of being killed");
        }
    }
}
