package org.parley.cli;

/** What the commands' exit codes mean. */
public final class ExitCode {

    /** Done; rows that were rejected are told in the summary. */
    public static final int DONE = 0;
    /** Something in the call, the mapping, the file or the key is wrong: running it again as it is will not help. */
    public static final int FAILED = 1;
    /** The server went away: the same command goes on where this one stopped. */
    public static final int RESUMABLE = 2;

    private ExitCode() {}
}
