package org.parley.seller.internal.shell;

import java.util.Set;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;
import org.parley.common.ParleyException;
import org.parley.common.SellerId;
import org.parley.seller.api.ApiKeys.NewKey;
import org.parley.seller.api.Role;
import org.parley.seller.api.TimeZones;
import org.parley.seller.internal.KeyRing;
import org.parley.seller.internal.Sellers;

/** Makes a seller with an admin key, which is printed once. */
@Service
@Command(scope = "parley", name = "seller-create", description = "Makes a seller and prints its admin key. Options come before the id.")
public final class SellerCreate implements Action {

    @Reference
    private @Nullable Sellers sellers;

    @Reference
    private @Nullable KeyRing keys;

    @Argument(name = "id", description = "The seller's id.", required = true)
    private @Nullable String id;

    @Option(name = "--sandbox", description = "Gives the seller a clock of its own that only the API moves.")
    private boolean sandbox;

    @Option(name = "--time-zone", description = "The zone of the seller's days and months, such as Europe/Berlin; UTC if not given.")
    private String zone = "UTC";

    @Override
    public @Nullable Object execute() {
        try {
            SellerId seller = new SellerId(id);
            sellers.create(seller, sandbox, TimeZones.parse("--time-zone", zone));
            NewKey key = keys.create(seller, Set.of(Role.ADMIN));
            System.out.println("seller " + seller + ", key " + key.keyId());
            System.out.println(key.secret());
        } catch (ParleyException e) {
            System.out.println("Not done: " + e.getMessage());
        }
        return null;
    }
}
