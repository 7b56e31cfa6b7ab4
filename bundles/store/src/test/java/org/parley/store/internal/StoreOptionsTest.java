package org.parley.store.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.common.InvalidInput;
import org.parley.store.Database;
import org.parley.store.Engine;
import org.parley.store.Migration;
import org.parley.store.postgresql.PostgresqlServer;
import org.parley.store.testing.TestDatabases;

class StoreOptionsTest {

    private static final String SERVER = "engine=postgresql\nurl=jdbc:postgresql://db/parley\nuser=parley\n";

    @TempDir
    Path etc;

    private StoreOptions read(String text) throws IOException {
        Path file = Files.writeString(etc.resolve("org.parley.store.cfg"), text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        return StoreOptions.read(etc);
    }

    @Test
    void isSqliteWhereNothingIsSaid() throws IOException {
        assertThat(StoreOptions.read(etc).engine()).isEqualTo(Engine.SQLITE);
        assertThat(read("# nothing\n").engine()).isEqualTo(Engine.SQLITE);
        assertThat(read("engine = sqlite\n").server()).isEmpty();
    }

    @Test
    void takesThePasswordFromHereOrFromAFileOfItsOwn() throws IOException {
        assertThat(read(SERVER).server()).contains(new PostgresqlServer("jdbc:postgresql://db/parley", "parley", ""));
        assertThat(read(SERVER + "password=S3cret\n").server().orElseThrow().password()).isEqualTo("S3cret");
        Path secret = Files.createFile(etc.resolve("secret"), PosixFilePermissions.asFileAttribute(
                PosixFilePermissions.fromString("rw-------")));
        Files.writeString(secret, "fr0m file\n");
        assertThat(read(SERVER + "passwordFile=secret\n").server().orElseThrow().password()).isEqualTo("fr0m file");
        assertThat(read(SERVER + "passwordFile=" + secret + "\n").toString()).doesNotContain("fr0m");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "engine=oracle | 'oracle'", "engine=sqlite\\nurl=jdbc:postgresql://db/parley | 'url'", "url=jdbc:postgresql://db/parley | 'url'",
        "engine=postgresql\\nuser=parley | 'url'", "engine=postgresql\\nurl=jdbc:postgresql://db/parley | 'user'",
        "SERVERpasword=x | 'pasword'", "SERVERpassword=x\\npasswordFile=y | both",
        "SERVERpasswordFile=absent | absent", "SERVERpassword=${env:SECRET} | passwordFile",
        "engine=postgresql\\nuser=parley\\nurl=jdbc:postgresql://db/parley?password=S3cret | no password"})
    void refusesWhatIsNotUnderstoodOrNotSafe(String text, String said) {
        assertThatThrownBy(() -> read(text.replace("SERVER", SERVER).replace("\\n", "\n")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("org.parley.store.cfg")
                .hasMessageContaining(said)
                .message().doesNotContain("S3cret").hasLineCount(1);
    }

    @Test
    void refusesAPasswordThatEveryoneMayRead() throws IOException {
        Path secret = Files.writeString(etc.resolve("secret"), "S3cret\n");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> read(SERVER + "passwordFile=secret\n")).hasMessageContaining("chmod 600");

        read(SERVER + "password=S3cret\n");
        Files.setPosixFilePermissions(etc.resolve("org.parley.store.cfg"), PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> StoreOptions.read(etc)).hasMessageContaining("chmod 600").message().doesNotContain("S3cret");
    }

    @Test
    void opensTheDatabasesWhereTheFileSays() throws IOException {
        PostgresqlServer server = TestDatabases.postgresql(etc);
        read("engine=postgresql\nurl=" + server.url() + "\nuser=" + server.user() + "\n");
        try (Database database = new DataFolderDatabases(etc.resolve("data"), etc).open("shop",
                List.of(Migration.alike(1, "goods", "CREATE TABLE good (id TEXT);")))) {
            assertThat(database.engine()).isEqualTo(Engine.POSTGRESQL);
        }
        assertThat(etc.resolve("data")).doesNotExist();
    }
}
