package org.parley.store.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;

class DataFolderDatabasesTest {

    @Test
    void takesTheFolderFromTheProperty() {
        assertThat(DataFolderDatabases.folder("parley.data", "/var/lib/parley")).isEqualTo(Path.of("/var/lib/parley"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void namesThePropertyThatIsMissing(String value) {
        assertThatThrownBy(() -> DataFolderDatabases.folder("parley.data", value)).hasMessageContaining("'parley.data'");
    }
}
