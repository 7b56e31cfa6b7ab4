package org.parley.seller.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.parley.common.Fault;

/**
 * The file that holds the first admin key. It is made with permissions for its owner alone, not given them later, and
 * moved into its place when it is complete: at no moment can anyone else read it, or anybody a half of it.
 */
record AdminKeyFile(Path folder) {

    Path path() {
        return folder.resolve("admin-key");
    }

    void write(String secret) {
        Path unfinished = folder.resolve("admin-key.new");
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(unfinished);
            try (FileChannel file = FileChannel.open(unfinished,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly())) {
                ByteBuffer text = StandardCharsets.US_ASCII.encode(secret + "\n");
                while (text.hasRemaining()) {
                    file.write(text);
                }
                file.force(true);
            }
            Files.move(unfinished, path(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new Fault("cannot write the admin key to " + path() + ": " + e.getMessage(), e);
        }
    }

    private FileAttribute<?>[] ownerOnly() {
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
    }
}
