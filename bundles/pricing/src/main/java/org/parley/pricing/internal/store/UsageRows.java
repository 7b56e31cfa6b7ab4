package org.parley.pricing.internal.store;

import java.math.BigDecimal;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.parley.common.SellerId;
import org.parley.pricing.api.CycleId;
import org.parley.pricing.api.RelationshipId;
import org.parley.pricing.api.UsageLine;

/** What was used, by cycle and unit; and what was used while no cycle was open, by relationship and unit. */
public final class UsageRows {

    static final String OF_OWNER = "SELECT unit, quantity FROM usage WHERE seller = ? AND owner = ? ORDER BY unit";

    private UsageRows() {}

    public static List<UsageLine> of(Handle handle, SellerId seller, CycleId cycle) {
        return lines(handle, seller, cycle.value());
    }

    /** What waits for the relationship's next cycle. */
    public static List<UsageLine> carried(Handle handle, SellerId seller, RelationshipId relationship) {
        return lines(handle, seller, relationship.value());
    }

    public static void add(Handle handle, SellerId seller, CycleId cycle, UsageLine line) {
        add(handle, seller, cycle.value(), line);
    }

    public static void carry(Handle handle, SellerId seller, RelationshipId relationship, UsageLine line) {
        add(handle, seller, relationship.value(), line);
    }

    private static List<UsageLine> lines(Handle handle, SellerId seller, String owner) {
        return handle.createQuery(OF_OWNER)
                .bind(0, seller.value()).bind(1, Uuids.bytes(owner))
                .map((row, context) -> new UsageLine(row.getString(1), new BigDecimal(row.getString(2)))).list();
    }

    private static void add(Handle handle, SellerId seller, String owner, UsageLine line) {
        BigDecimal before = handle.createQuery("SELECT quantity FROM usage WHERE seller = ? AND owner = ? AND unit = ?")
                .bind(0, seller.value()).bind(1, Uuids.bytes(owner)).bind(2, line.unit())
                .mapTo(String.class).findOne().map(BigDecimal::new).orElse(BigDecimal.ZERO);
        BigDecimal after = before.add(line.quantity());
        handle.execute("INSERT INTO usage (seller, owner, unit, quantity) VALUES (?, ?, ?, ?) "
                        + "ON CONFLICT (seller, owner, unit) DO UPDATE SET quantity = excluded.quantity",
                seller.value(), Uuids.bytes(owner), line.unit(), after.toPlainString());
    }
}
