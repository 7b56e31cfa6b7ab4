package org.parley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.common.InvalidInput;

class MigrationsTest {

    @Test
    void readsVersionDescriptionAndText() {
        assertThat(Migrations.from(MigrationsTest.class, "V1__shop.sql")).singleElement().satisfies(migration -> {
            assertThat(migration.version()).isEqualTo(1);
            assertThat(migration.description()).isEqualTo("shop");
            assertThat(migration.sql(Engine.SQLITE)).startsWith("CREATE TABLE good").endsWith("STRICT;\n");
            assertThat(migration.sql(Engine.POSTGRESQL)).contains("price BIGINT");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop.sql", "V0__shop.sql", "V1_shop.sql", "V1__.sql", "V1__shop.txt", "V1__a b.sql", "sqlite/V1__shop.sql"})
    void refusesOtherNames(String name) {
        assertThatThrownBy(() -> Migrations.from(MigrationsTest.class, name))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(name);
    }

    @Test
    void saysWhichResourceIsMissing() {
        assertThatThrownBy(() -> Migrations.from(MigrationsTest.class, "V9__absent.sql"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("V9__absent.sql");
    }
}
