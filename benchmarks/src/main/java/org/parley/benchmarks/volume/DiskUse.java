package org.parley.benchmarks.volume;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.DBOptions;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

/** What a data folder takes on disk. */
final class DiskUse {

    private DiskUse() {}

    /** Bytes by the names that stand in the folder; what is deleted meanwhile is not counted. */
    static Map<String, Long> byName(Path data) throws IOException {
        Map<String, Long> sizes = new TreeMap<>();
        try (Stream<Path> entries = Files.list(data)) {
            for (Path entry : entries.toList()) {
                sizes.put(entry.getFileName().toString(), size(entry));
            }
        }
        return sizes;
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(DiskUse::fileSize).sum();
        }
    }

    private static long fileSize(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.size(file) : 0;
        } catch (NoSuchFileException e) {
            return 0;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Bytes of the table files of a RocksDB folder that nobody has open, by column family. */
    static Map<String, Long> byFamily(Path rocks) throws RocksDBException {
        RocksDB.loadLibrary();
        Map<String, Long> sizes = new TreeMap<>();
        List<ColumnFamilyHandle> handles = new ArrayList<>();
        try (Options options = new Options(); DBOptions database = new DBOptions()) {
            List<ColumnFamilyDescriptor> families = RocksDB.listColumnFamilies(options, rocks.toString()).stream()
                    .map(ColumnFamilyDescriptor::new).toList();
            try (RocksDB open = RocksDB.openReadOnly(database, rocks.toString(), families, handles)) {
                for (ColumnFamilyHandle handle : handles) {
                    sizes.put(new String(handle.getName(), StandardCharsets.UTF_8),
                            open.getLongProperty(handle, "rocksdb.total-sst-files-size"));
                }
                handles.forEach(ColumnFamilyHandle::close);
            }
        }
        return sizes;
    }
}
