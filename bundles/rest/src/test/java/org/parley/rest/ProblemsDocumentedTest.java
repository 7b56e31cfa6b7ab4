package org.parley.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.parley.common.ErrorCode;

class ProblemsDocumentedTest {

    private static final Path DOCUMENT = Path.of("../../docs/api/problems.md");

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void everyCodeIsDescribedWithItsStatus(ErrorCode code) throws IOException {
        int status = Problem.of(code, "", "").status();
        assertThat(Files.readString(DOCUMENT)).containsPattern("(?m)^## " + code.slug() + "\\n\\n`" + code.name() + "`, " + status + "\\. \\S");
    }
}
