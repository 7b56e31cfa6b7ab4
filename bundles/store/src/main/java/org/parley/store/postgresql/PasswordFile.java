package org.parley.store.postgresql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import org.parley.common.ErrorCode;
import org.parley.common.InvalidInput;

/** A file that holds nothing but a password. */
public final class PasswordFile {

    private static final Set<PosixFilePermission> OTHERS = Set.of(PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE);

    private PasswordFile() {}

    /**
     * The password: the file's only line.
     *
     * @throws InvalidInput if there is none, or everyone on this machine may read it
     */
    public static String read(Path file) {
        requirePrivate(file);
        try {
            String password = Files.readString(file).strip();
            if (password.isEmpty() || password.lines().count() != 1) {
                throw refused(file + " must hold one line, the password");
            }
            return password;
        } catch (IOException e) {
            throw refused("the password cannot be read from " + file + " (" + e.getClass().getSimpleName() + ")");
        }
    }

    /**
     * Lets a file pass that not everyone on this machine may read or change.
     *
     * @throws InvalidInput if everyone may, or there is no such file
     */
    public static void requirePrivate(Path file) {
        try {
            if (Files.getFileStore(file).supportsFileAttributeView("posix")
                    && Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
                throw refused("others on this machine may read or change " + file + ", which holds a password: chmod 600 it");
            }
        } catch (IOException e) {
            throw refused("the file " + file + " cannot be looked at (" + e.getClass().getSimpleName() + ")");
        }
    }

    private static InvalidInput refused(String why) {
        return new InvalidInput(ErrorCode.INVALID_INPUT, "passwordFile", why);
    }
}
