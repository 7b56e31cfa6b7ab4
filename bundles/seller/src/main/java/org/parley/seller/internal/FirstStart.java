package org.parley.seller.internal;

import java.io.PrintStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.parley.common.SellerId;
import org.parley.common.UuidV7;
import org.parley.seller.api.Role;
import org.parley.seller.internal.store.KeyRow;
import org.parley.seller.internal.store.SellerRow;
import org.parley.seller.internal.store.SellerTables;

/**
 * Makes the first seller and its admin key in a data folder that has none, before anything else looks at the tables.
 * The key goes to a file and, once, to standard output, and never to the log. Seller, key and file come in one
 * transaction whose last step is the file: a crash in between leaves no seller, and the next start begins anew.
 */
@Component(service = FirstStart.class)
public final class FirstStart {

    static final SellerId SELLER = new SellerId("default");

    @Activate
    public FirstStart(BundleContext context, @Reference SellerTables tables) {
        this(Path.of(context.getProperty("parley.data")), Boolean.parseBoolean(context.getProperty("parley.sandbox")),
                tables, InstantSource.system(), System.out);
    }

    FirstStart(Path folder, boolean sandbox, SellerTables tables, InstantSource time, PrintStream out) {
        if (!tables.sellers().isEmpty()) {
            return;
        }
        String secret = new Secrets().next();
        AdminKeyFile file = new AdminKeyFile(folder);
        tables.atomically(() -> {
            Instant now = time.instant();
            tables.insert(new SellerRow(SELLER, sandbox ? Optional.of(now) : Optional.empty(), ZoneId.of("UTC")), now);
            tables.insert(new KeyRow(new UuidV7(time::millis, new SecureRandom()).next().toString(), SELLER,
                    Secrets.hash(secret), Set.of(Role.ADMIN), now, Optional.empty()));
            file.write(secret);
        });
        out.println("Parley made the seller '" + SELLER + "'. Its admin key, shown only now and kept in " + file.path() + ":");
        out.println("    " + secret);
    }
}
