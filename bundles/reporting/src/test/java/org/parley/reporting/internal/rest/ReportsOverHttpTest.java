package org.parley.reporting.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.parley.common.InvalidInput;
import org.parley.reporting.api.Description;
import org.parley.reporting.api.Description.CellType;
import org.parley.reporting.api.Table;
import org.parley.reporting.internal.ReportAnswer;
import org.parley.reporting.internal.Reports.Question;
import org.parley.rest.ParleyJson;

class ReportsOverHttpTest {

    private static final LocalDate TOMORROW = LocalDate.parse("2026-05-02");

    private static ReportAnswer answer() {
        Description description = new Description("test", "Test", "A test.",
                List.of(new Description.Column("day", CellType.DATE, ""), new Description.Column("name", CellType.TEXT, ""),
                        new Description.Column("amount", CellType.MONEY, "EUR"),
                        new Description.Column("share", CellType.RATIO, "ratio")), List.of());
        return new ReportAnswer(description, new Table(List.of(
                Arrays.asList(LocalDate.parse("2026-01-31"), "say \"a, b\"\r\n", new BigDecimal("1E+3"), null)),
                List.of("a note")), new ReportAnswer.AsOf(3, 4));
    }

    @Test
    void writesCsvByTheStandard() {
        assertThat(Csv.of(answer())).isEqualTo(
                "day,name,amount,share\r\n2026-01-31,\"say \"\"a, b\"\"\r\n\",1000,\r\n");
    }

    @Test
    void writesMoneyAsTextAndTheUnknownAsNull() throws Exception {
        assertThat(ParleyJson.newMapper().writeValueAsString(ReportView.of(answer()))).isEqualTo("""
                {"id":"test","title":"Test","columns":[{"name":"day","type":"DATE","unit":""},\
                {"name":"name","type":"TEXT","unit":""},{"name":"amount","type":"MONEY","unit":"EUR"},\
                {"name":"share","type":"RATIO","unit":"ratio"}],\
                "rows":[["2026-01-31","say \\"a, b\\"\\r\\n","1000",null]],"notes":["a note"],\
                "asOf":{"position":3,"head":4}}""");
    }

    @Test
    void readsDaysAndLeavesTheRestToTheReport() {
        assertThat(ReportsResource.question(Map.of("from", List.of("2026-01-01"), "offering", List.of("music")), TOMORROW))
                .isEqualTo(new Question(Optional.of(LocalDate.parse("2026-01-01")), TOMORROW, Map.of("offering", "music")));
        assertThat(ReportsResource.question(Map.of("to", List.of("2026-03-01")), TOMORROW).to())
                .isEqualTo(LocalDate.parse("2026-03-01"));
    }

    @Test
    void refusesWhatIsNoDayAndWhatIsGivenTwice() {
        assertThatThrownBy(() -> ReportsResource.question(Map.of("from", List.of("yesterday")), TOMORROW))
                .isInstanceOf(InvalidInput.class).hasMessageContaining("2026-01-31");
        assertThatThrownBy(() -> ReportsResource.question(Map.of("from", List.of("2026-01-01", "2026-01-02")), TOMORROW))
                .isInstanceOf(InvalidInput.class).hasMessageContaining("more than once");
    }
}
