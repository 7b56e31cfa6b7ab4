package org.parley.seller.internal;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.parley.common.ErrorCode;
import org.parley.common.InvalidInput;
import org.parley.common.SellerId;
import org.parley.common.StateConflict;
import org.parley.common.UuidV7;
import org.parley.seller.api.ApiKeys;
import org.parley.seller.api.Caller;
import org.parley.seller.api.Role;
import org.parley.seller.internal.store.KeyRow;
import org.parley.seller.internal.store.SellerTables;

/**
 * The keys of all sellers. All of them, a few for each seller, are held in memory, so that no request waits for the
 * database to learn who it is. A change is first made durable, then seen; a key whose revocation was acknowledged is
 * never accepted again.
 */
@Component(service = {ApiKeys.class, KeyRing.class})
public final class KeyRing implements ApiKeys {

    private final SellerTables tables;
    private final Sellers sellers;
    private final InstantSource time;
    private final Secrets secrets = new Secrets();
    private final UuidV7 ids;
    private final Map<String, KeyRow> byHash;

    @Activate
    public KeyRing(@Reference SellerTables tables, @Reference Sellers sellers) {
        this(tables, sellers, InstantSource.system());
    }

    KeyRing(SellerTables tables, Sellers sellers, InstantSource time) {
        this.tables = tables;
        this.sellers = sellers;
        this.time = time;
        this.ids = new UuidV7(time::millis, new SecureRandom());
        this.byHash = new ConcurrentHashMap<>(tables.keys().stream().collect(Collectors.toMap(KeyRow::hash, Function.identity())));
    }

    @Override
    public Optional<Caller> authenticate(String secret) {
        return Optional.ofNullable(byHash.get(Secrets.hash(secret))).filter(KeyRow::valid).map(KeyRow::caller);
    }

    @Override
    public synchronized NewKey create(SellerId seller, Set<Role> roles) {
        if (roles.isEmpty()) {
            throw new InvalidInput(ErrorCode.INVALID_INPUT, "roles", "a key needs one role or more");
        }
        sellers.find(seller);
        NewKey key = new NewKey(ids.next().toString(), secrets.next());
        KeyRow row = row(seller, key, roles);
        tables.insert(row);
        byHash.put(row.hash(), row);
        return key;
    }

    @Override
    public synchronized void revoke(SellerId seller, String keyId) {
        Optional<KeyRow> found = find(seller, keyId).filter(KeyRow::valid);
        if (found.isEmpty()) {
            return;
        }
        requireOtherAdmin(found.get());
        Instant now = now();
        tables.revoke(seller, keyId, now);
        KeyRow key = found.get();
        byHash.put(key.hash(), new KeyRow(key.id(), seller, key.hash(), key.roles(), key.created(), Optional.of(now)));
    }

    /** A seller's keys, the oldest first, those that were revoked among them. */
    public List<KeyRow> of(SellerId seller) {
        return all().stream().filter(key -> key.seller().equals(seller))
                .sorted(Comparator.comparing(KeyRow::created).thenComparing(KeyRow::id)).toList();
    }

    /** One of a seller's keys, revoked or not. */
    public Optional<KeyRow> find(SellerId seller, String keyId) {
        return all().stream().filter(key -> key.seller().equals(seller) && key.id().equals(keyId)).findFirst();
    }

    private void requireOtherAdmin(KeyRow key) {
        boolean last = key.roles().contains(Role.ADMIN) && of(key.seller()).stream()
                .noneMatch(other -> other.valid() && other.roles().contains(Role.ADMIN) && !other.id().equals(key.id()));
        if (last) {
            throw new StateConflict(ErrorCode.STATE_CONFLICT,
                    "key " + key.id() + " is the seller's last admin key; make another one first");
        }
    }

    private KeyRow row(SellerId seller, NewKey key, Set<Role> roles) {
        return new KeyRow(key.keyId(), seller, Secrets.hash(key.secret()), roles, now(), Optional.empty());
    }

    /** In the precision that the tables keep. */
    private Instant now() {
        return time.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private Collection<KeyRow> all() {
        return byHash.values();
    }
}
