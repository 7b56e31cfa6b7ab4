package org.parley.benchmarks.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A file system of its own that can be filled and emptied: ext4 in a file, or memory where the system has no loop devices.
 * Needs the right to mount; {@code benchmarks/run} starts the rig where nobody else sees the mount and where it ends with
 * the rig.
 */
final class SmallDisk implements AutoCloseable {

    private static final int BLOCK = 4096;

    private final Path mount;
    private final Path ballast;
    private final String kind;

    private SmallDisk(Path mount, String kind) {
        this.mount = mount;
        this.ballast = mount.resolve("ballast");
        this.kind = kind;
    }

    /** A new one of this size, mounted in {@code folder/data}. */
    static SmallDisk mount(Path folder, int megabytes) throws IOException {
        Path mount = Files.createDirectory(folder.resolve("data"));
        Path image = folder.resolve("disk.img");
        if (succeeds("truncate", "-s", megabytes + "m", image.toString())
                && succeeds("mkfs.ext4", "-q", "-F", "-m", "0", image.toString())
                && succeeds("mount", "-o", "loop", image.toString(), mount.toString())) {
            Files.deleteIfExists(mount.resolve("lost+found"));
            return new SmallDisk(mount, "ext4 in a file");
        }
        if (succeeds("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", mount.toString())) {
            return new SmallDisk(mount, "tmpfs, so syncs cost nothing");
        }
        throw new IOException("nothing can be mounted in " + mount + "; be root, and let benchmarks/run start this rig");
    }

    String kind() {
        return kind;
    }

    /** Takes all the room but this much; a server that writes meanwhile may leave less. */
    void fill(long bytesLeft) throws IOException {
        long taken = Files.exists(ballast) ? Files.size(ballast) : 0;
        long room = Files.getFileStore(mount).getUsableSpace() - bytesLeft;
        // The file system keeps something for its own use, and does not say how much.
        for (long step = room; step >= BLOCK; step /= 2) {
            while (succeeds("fallocate", "-o", String.valueOf(taken), "-l", String.valueOf(step), ballast.toString())) {
                taken += step;
                if (bytesLeft > 0) {
                    return;
                }
            }
        }
    }

    void empty() throws IOException {
        Files.deleteIfExists(ballast);
    }

    long usedMegabytes() throws IOException {
        return Files.getFileStore(mount).getTotalSpace() - Files.getFileStore(mount).getUsableSpace() >> 20;
    }

    private static boolean succeeds(String... command) throws IOException {
        try {
            return new ProcessBuilder(List.of(command)).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void close() throws IOException {
        succeeds("umount", mount.toString());
    }
}
