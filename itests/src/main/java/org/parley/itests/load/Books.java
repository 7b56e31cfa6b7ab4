package org.parley.itests.load;

import com.fasterxml.jackson.databind.JsonNode;
import org.parley.itests.kit.Api;
import org.parley.itests.kit.Await;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/** What the ledger and the revenue report say was paid. */
public final class Books {

    private static final Duration CATCH_UP = Duration.ofMinutes(5);

    /**
     * Some payments.
     *
     * @param count how many
     * @param total their sum, in a currency's major unit
     */
    public record Sum(long count, BigDecimal total) {

        public Sum {
            total = total.setScale(2);
        }
    }

    private final Api api;

    public Books(Api api) {
        this.api = api;
    }

    /** The ledger's entries in this currency. */
    public Sum ledger(String currency) {
        Sum sum = new Sum(0, BigDecimal.ZERO);
        for (JsonNode item : api.get("/ledger/totals").expect(200).json().get("items")) {
            if (item.get("total").get("currency").asText().equals(currency)) {
                sum = add(sum, item.get("payments").asLong(), item.get("total").get("amount").asText());
            }
        }
        return sum;
    }

    /** What the revenue report shows of all time, in this currency. */
    public Sum report(String currency) {
        JsonNode table = api.get("/reports/revenue-by-day?from=2000-01-01&to=2100-01-01&currency=" + currency).expect(200)
                .json();
        List<String> columns = table.get("columns").findValuesAsText("name");
        int cycles = columns.indexOf("cycles");
        int revenue = columns.indexOf("revenue");
        Sum sum = new Sum(0, BigDecimal.ZERO);
        for (JsonNode row : table.get("rows")) {
            sum = add(sum, row.get(cycles).asLong(), row.get(revenue).asText());
        }
        return sum;
    }

    private static Sum add(Sum sum, long count, String amount) {
        return new Sum(sum.count() + count, sum.total().add(new BigDecimal(amount)));
    }

    /** Waits until the report shows at least so many payments: it follows the ledger at a distance. */
    public Sum reportOnceItShows(long payments, String currency) {
        Await.until("the report shows " + payments + " payments", CATCH_UP,
                () -> report(currency).count() >= payments);
        return report(currency);
    }
}
