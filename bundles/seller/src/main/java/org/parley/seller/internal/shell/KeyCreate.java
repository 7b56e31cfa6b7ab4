package org.parley.seller.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;
import org.parley.common.ParleyException;
import org.parley.common.SellerId;
import org.parley.seller.api.ApiKeys.NewKey;
import org.parley.seller.internal.KeyRing;
import org.parley.seller.internal.RoleNames;

/** Makes a key from the console: the way back in when the admin key was lost. */
@Service
@Command(scope = "parley", name = "key-create", description = "Makes a key of a seller and prints it.")
public final class KeyCreate implements Action {

    @Reference
    private @Nullable KeyRing keys;

    @Argument(index = 0, name = "seller", description = "The seller's id.", required = true)
    private @Nullable String seller;

    @Argument(index = 1, name = "roles", description = "admin, ingest, staff, analyst.", required = true, multiValued = true)
    private @Nullable List<String> roles;

    @Override
    public @Nullable Object execute() {
        try {
            NewKey key = keys.create(new SellerId(seller), RoleNames.parse(roles));
            System.out.println("key " + key.keyId());
            System.out.println(key.secret());
        } catch (ParleyException e) {
            System.out.println("Not done: " + e.getMessage());
        }
        return null;
    }
}
