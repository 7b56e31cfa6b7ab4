package org.parley.cli.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowsTest {

    @TempDir
    private Path folder;

    @Test
    void csvHasQuotesLineBreaksAndEitherLineEnd() throws IOException {
        List<Row> rows = read(csv(), "\uFEFFa,b\r\n1,\"x, \"\"y\"\"\r\nz\"\n\n2,\n3,é\n");
        assertThat(rows).extracting(Row::fields)
                .containsExactly(List.of("1", "x, \"y\"\r\nz"), List.of("2", ""), List.of("3", "é"));
        assertThat(rows).extracting(Row::line).containsExactly(2L, 5L, 6L);
        assertThat(rows).extracting(Row::number).containsExactly(1L, 2L, 3L);
        assertThat(rows.get(0).raw().get()).isEqualTo("1,\"x, \"\"y\"\"\r\nz\"");
    }

    @Test
    void aRowOfAnotherLengthHasAProblemAndTheNextOneNot() throws IOException {
        List<Row> rows = read(csv(), "a,b\n1\n1,2,3\n1,2\n");
        assertThat(rows).extracting(Row::problem).containsExactly(
                Optional.of("the row has 1 values, the file has 2 columns"),
                Optional.of("the row has 3 values, the file has 2 columns"), Optional.empty());
    }

    @Test
    void bytesThatAreNoTextAreAProblemOfTheirRow() throws IOException {
        Path file = folder.resolve("data");
        Files.write(file, new byte[] {'a', '\n', (byte) 0xC3, '(', '\n', 'x', '\n'});
        assertThat(read(csv(), file)).extracting(row -> row.problem().isPresent()).containsExactly(true, false);
    }

    @Test
    void csvThatCannotBeReadSaysWhere() {
        assertThatThrownBy(() -> read(csv(), "a,b\n1,2\n\"x\"y,2\n")).isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("past 1 rows").hasMessageContaining("line");
    }

    @Test
    void columnsMustDiffer() {
        assertThatThrownBy(() -> read(csv(), "a,a\n1,2\n")).hasMessageContaining("two columns have the same name");
        assertThatThrownBy(() -> read(csv(), "")).hasMessageContaining("the file is empty");
    }

    @Test
    void aFileThatBreaksOffIsNoEnd() throws IOException {
        Path file = folder.resolve("data.csv.gz");
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write("a,b\n".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 20_000; i++) {
                gzip.write((i + "," + i * 7919L % 104729 + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        Files.write(file, Arrays.copyOf(packed.toByteArray(), packed.size() / 2));
        assertThatThrownBy(() -> read(csv(), file)).isInstanceOf(UnreadableFile.class).hasMessageContaining("breaks off");
    }

    @Test
    void valuesBetweenWhiteSpaceNeedNoHeader() throws IOException {
        FileFormat format = new FileFormat(FileFormat.Kind.WHITESPACE, ',', '"', false, List.of("who", "what"),
                StandardCharsets.UTF_8);
        assertThat(read(format, "  1   2\r\n\t3\t4 \n")).extracting(Row::fields)
                .containsExactly(List.of("1", "2"), List.of("3", "4"));
    }

    @Test
    void jsonObjectsGiveTheColumnsThatAreAskedFor() throws IOException {
        Path file = folder.resolve("data.ndjson");
        Files.writeString(file, "{\"id\":1,\"price\":{\"amount\":12.50},\"no\":null}\n[1]\n{\"id\":\n{\"price\":1}\n");
        FileFormat format = new FileFormat(FileFormat.Kind.NDJSON, ',', '"', true, List.of(), StandardCharsets.UTF_8);
        try (Rows rows = format.open(file)) {
            int id = rows.columns().named("id").getAsInt();
            int amount = rows.columns().named("price.amount").getAsInt();
            int no = rows.columns().named("no").getAsInt();
            Row first = rows.next().orElseThrow();
            assertThat(List.of(first.value(id), first.value(amount), first.value(no))).containsExactly("1", "12.50", "");
            assertThat(rows.next().orElseThrow().problem()).contains("the line is JSON but no object");
            assertThat(rows.next().orElseThrow().problem().orElseThrow()).startsWith("the line is no JSON");
            assertThat(rows.next().orElseThrow().value(id)).isEmpty();
            assertThat(rows.next()).isEmpty();
            assertThat(rows.share()).isEqualTo(1);
        }
    }

    private static FileFormat csv() {
        return new FileFormat(FileFormat.Kind.CSV, ',', '"', true, List.of(), StandardCharsets.UTF_8);
    }

    private List<Row> read(FileFormat format, String text) throws IOException {
        return read(format, Files.writeString(folder.resolve("data"), text));
    }

    private static List<Row> read(FileFormat format, Path file) {
        List<Row> all = new ArrayList<>();
        try (Rows rows = format.open(file)) {
            for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
                all.add(row.get());
            }
        }
        return all;
    }
}
