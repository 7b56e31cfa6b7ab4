package org.parley.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.common.ErrorCode;
import org.parley.common.Fault;
import org.parley.common.InvalidInput;
import org.parley.store.Database;
import org.parley.store.Migration;

/** What only SQLite has: its files and settings. */
class SqliteDatabasesTest {

    private static final Migration FIRST = Migration.alike(1, "goods", "CREATE TABLE good (id TEXT PRIMARY KEY);");

    @TempDir
    Path folder;

    private SqliteDatabases databases;

    @BeforeEach
    void prepare() {
        databases = new SqliteDatabases(folder.resolve("new"));
    }

    @Test
    void makesOneFileForAModule() {
        databases.open("shop", List.of(FIRST)).close();

        assertThat(folder.resolve("new/shop.db")).isRegularFile();
        assertThat(folder.resolve("new/shop.db-wal")).doesNotExist();
    }

    @Test
    void makesNoFolderForANameThatIsNotAModules() {
        assertThatThrownBy(() -> databases.open("../shop", List.of(FIRST))).isInstanceOf(InvalidInput.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void writesDurablyAndInLargeCheckpoints() {
        try (Database shop = databases.open("shop", List.of(FIRST))) {
            assertThat(shop.<String>read(h -> pragma(h, "journal_mode"))).isEqualTo("wal");
            assertThat(shop.<String>write(h -> pragma(h, "synchronous"))).isEqualTo("2");
            assertThat(shop.<String>write(h -> pragma(h, "foreign_keys"))).isEqualTo("1");
            assertThat(shop.<String>write(h -> pragma(h, "busy_timeout"))).isEqualTo("10000");
            assertThat(shop.<String>write(h -> pragma(h, "wal_autocheckpoint"))).isEqualTo("8000");
        }
    }

    @Test
    void saysThatTheDiskIsFullAndGoesOnWhenThereIsRoom() {
        try (Database shop = databases.open("shop", List.of(FIRST))) {
            shop.<String>write(h -> pragma(h, "max_page_count = 20"));
            assertThatThrownBy(() -> shop.execute(h -> h.execute("INSERT INTO good VALUES (?)", "x".repeat(200_000))))
                    .isInstanceOfSatisfying(Fault.class, fault -> assertThat(fault.code()).isEqualTo(ErrorCode.UNAVAILABLE))
                    .hasMessageContaining("the disk is full");

            shop.<String>write(h -> pragma(h, "max_page_count = 2000"));
            shop.execute(h -> h.execute("INSERT INTO good VALUES (?)", "x".repeat(200_000)));
        }
    }

    @Test
    void saysWhichFileCannotBeOpened() throws Exception {
        Files.createDirectories(folder.resolve("new/shop.db"));

        assertThatThrownBy(() -> databases.open("shop", List.of(FIRST)))
                .isInstanceOf(Fault.class)
                .hasMessageContaining(folder.resolve("new/shop.db").toString());
    }

    @Test
    void saysThatAFileIsNotADatabase() throws Exception {
        Files.createDirectories(folder.resolve("new"));
        Files.writeString(folder.resolve("new/shop.db"), "this is a plain text and by no means a database\n".repeat(100));

        assertThatThrownBy(() -> databases.open("shop", List.of(FIRST)))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("shop.db");
        assertThat(folder.resolve("new/shop.db")).content().startsWith("this is a plain text");
    }

    private static String pragma(Handle handle, String name) {
        return handle.select("PRAGMA " + name).mapTo(String.class).one();
    }
}
