package org.parley.cli;

import org.parley.cli.demo.DemoCommand;
import org.parley.cli.http.ServerGone;
import org.parley.cli.imports.ImportCommand;
import org.parley.cli.move.MoveCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The entry point: {@code import}, {@code demo} and {@code move-to-postgresql}. */
@Command(name = "parley", description = "Works with a Parley server.", mixinStandardHelpOptions = true,
        subcommands = {ImportCommand.class, DemoCommand.class, MoveCommand.class})
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        System.exit(run(args));
    }

    /** Runs a command and returns its {@link ExitCode}. */
    public static int run(String... args) {
        CommandLine line = new CommandLine(new Main());
        line.setExitCodeExceptionMapper(Main::exitCode);
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println(message(failure));
            return exitCode(failure);
        });
        line.setParameterExceptionHandler((failure, given) -> {
            failure.getCommandLine().getErr().println(failure.getMessage());
            failure.getCommandLine().usage(failure.getCommandLine().getErr());
            return ExitCode.FAILED;
        });
        return line.execute(args);
    }

    private static String message(Exception failure) {
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }

    private static int exitCode(Throwable failure) {
        return failure instanceof ServerGone ? ExitCode.RESUMABLE : ExitCode.FAILED;
    }
}
