package org.parley.cli.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.cli.rows.Columns;
import org.parley.cli.rows.Row;

class MappingTest {

    private static final Columns COLUMNS = Columns.of(List.of("id", "who", "when", "paid", "asked", "factor"));
    private static final String CYCLES = """
            format: {kind: csv}
            source: urn:test
            cycles:
              id: id
              customer: who
              offering: {constant: show}
              policy: {constant: open}
              time: when
              price: {amount: paid, currency: EUR}
              suggested: asked
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            customer: who            | custommer: who                    | line 5, cycles.custommer: unknown key
            customer: who            | customer: whom                    | line 5, cycles.customer: the file has no column 'whom'; it has id, who
            kind: csv                | kind: xml                         | line 1, format.kind: must be one of csv, ndjson, whitespace, not 'xml'
            source: urn:test         | sauce: urn:test                   | line 2, sauce: unknown key
            id: id                   | {}                                | no YAML
            time: when               | time: {column: when, format: bbb} | line 8, cycles.time.format: 'bbb' is neither iso
            time: when               | time: {column: when, format: yyyy, zone: Mars} | line 8, cycles.time.zone: 'Mars' is no time zone
            currency: EUR            | currency: EURO                    | line 9, cycles.price.currency: 'EURO' is no ISO 4217
            suggested: asked         | suggested: {running: {statistic: mean}} | line 10, cycles.suggested.running.statistic: must be one of median
            suggested: asked         | suggested: {product: asked}       | line 10, cycles.suggested.product: must be a list
            suggested: asked         | suggested: {constant: much}       | line 10, cycles.suggested.constant: 'much' is no decimal
            suggested: asked         | suggested:                        | line 10, cycles.suggested: has no value
            suggested: asked         | id: id                            | uplicate
            kind: csv                | 'kind: csv, header: false'        | line 1, format: a file without a header needs 'columns'
            kind: csv                | 'kind: csv, separator: ";;"'      | line 1, format.separator: must be one character
            """)
    void aMistakeIsNamedWithItsKeyAndLine(String good, String bad, String message) {
        String yaml = CYCLES.replace(good, bad);
        assertThat(yaml).isNotEqualTo(CYCLES);
        assertThatThrownBy(() -> Mapping.parse(yaml).target(COLUMNS)).isInstanceOf(MappingError.class)
                .hasMessageContaining(message);
    }

    @Test
    void aMappingHasOneTarget() {
        assertThatThrownBy(() -> Mapping.parse("format: {kind: csv}\nsource: x\n"))
                .hasMessageContaining("must have either 'cycles' or 'events'");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            asked                              | "suggested":{"amount":"2.50","currency":"EUR"}
            {column: asked}                    | "suggested":{"amount":"2.50","currency":"EUR"}
            {constant: 8}                      | "suggested":{"amount":"8.00","currency":"EUR"}
            {product: [asked, factor]}         | "suggested":{"amount":"3.12","currency":"EUR"}
            """)
    void theReferencePriceComesFromWhereTheMappingSays(String suggested, String expected) throws Exception {
        assertThat(written(CYCLES.replace("suggested: asked", "suggested: " + suggested))).contains(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {column: when}                                                         | 2026-07-01T12:30:00Z       | 2026-07-01T12:30:00Z
            {column: when, format: yyyyMMdd}                                       | 20260701                   | 2026-07-01T00:00:00Z
            {column: when, format: yyyyMMdd, zone: Europe/Vienna, at: "12:00"}     | 20260701                   | 2026-07-01T10:00:00Z
            {column: when, format: "yyyy-MM-dd HH:mm:ss", zone: America/New_York}  | 2026-07-01 08:00:00        | 2026-07-01T12:00:00Z
            {column: when, format: epochSeconds}                                   | 1782909000                 | 2026-07-01T12:30:00Z
            {column: when, format: epochMillis}                                    | 1782909000000              | 2026-07-01T12:30:00Z
            {constant: "2005-08-01T00:00:00Z"}                                     | whatever                   | 2005-08-01T00:00:00Z
            """)
    void timesAreReadInTheirFormatAndZone(String spec, String text, String expected) throws Exception {
        Mapping mapping = Mapping.parse(CYCLES.replace("time: when", "time: " + spec));
        assertThat(json(mapping.target(COLUMNS).line(row("a", "ann", text, "1", "", "")))).contains("\"time\":\"" + expected + "\"");
    }

    @Test
    void dataAreTypedAndScaledAndBlankOnesLeftOut() throws Exception {
        String yaml = """
                format: {kind: csv}
                source: urn:test
                events:
                  type: {constant: org.parley.usage}
                  id: {join: [$row, id], with: "/"}
                  time: when
                  data:
                    activeSeconds: {column: paid, type: number, times: 60}
                    free: {column: factor, type: boolean}
                    unit: {constant: minute}
                    item: asked
                """;
        Row row = new Row(7, 9, List.of("a", "", "2026-07-01T12:30:00Z", "1.5", "", "0"), Optional.empty(), () -> "");
        assertThat(json(Mapping.parse(yaml).target(COLUMNS).line(row))).isEqualTo("""
                {"specversion":"1.0","source":"urn:test","id":"7/a","type":"org.parley.usage","time":"2026-07-01T12:30:00Z",\
                "data":{"activeSeconds":90.0,"free":false,"unit":"minute"}}""");
    }

    @Test
    void filtersMustAllHold() {
        String where = "where: [{column: who, in: [ann, bob]}, {column: asked, blank: false}]\n";
        var filter = Mapping.parse(CYCLES + where).filter(COLUMNS);
        assertThat(filter.admits(row("a", "ann", "", "", "1", ""))).isTrue();
        assertThat(filter.admits(row("a", "ann", "", "", " ", ""))).isFalse();
        assertThat(filter.admits(row("a", "eve", "", "", "1", ""))).isFalse();
    }

    private static String written(String yaml) throws Exception {
        return json(Mapping.parse(yaml).target(COLUMNS).line(row("a", "ann", "2026-07-01T12:30:00Z", "1", "2.5", "1.25")));
    }

    private static Row row(String... values) {
        return new Row(1, 2, List.of(values), Optional.empty(), () -> String.join(",", values));
    }

    private static String json(Line line) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = new JsonFactory().createGenerator(text)) {
            line.write(out);
        }
        return text.toString();
    }
}
