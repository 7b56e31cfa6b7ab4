package org.parley.pricing.internal;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.parley.common.ErrorCode;
import org.parley.common.InvalidInput;
import org.parley.common.SellerId;
import org.parley.common.Values;
import org.parley.pricing.api.OfferingId;
import org.parley.pricing.api.OfferingTerms;
import org.parley.pricing.api.PolicyId;
import org.parley.pricing.api.PolicyTerms;
import org.parley.pricing.internal.store.PricingDatabase;
import org.parley.pricing.internal.store.TermsRows;

/** What sellers have published. A version never changes, so each is read from the database once. */
@Component(service = Catalogue.class)
public final class Catalogue {

    private record Key(SellerId seller, String id, int version) {}

    private static final int MAX_KEPT = 10_000;

    private final PricingDatabase database;
    private final Map<Key, OfferingTerms> offerings = new ConcurrentHashMap<>();
    private final Map<Key, PolicyTerms> policies = new ConcurrentHashMap<>();

    @Activate
    public Catalogue(@Reference PricingDatabase database) {
        this.database = database;
    }

    /** Publishes a new version, unless the newest is the same already; the newest version then. */
    public OfferingTerms publishOffering(SellerId seller, OfferingId id, Values input, Instant now) {
        OfferingTerms given = TermsJson.offering(id, 1, input);
        TermsRows.Version version = publish(TermsRows.OFFERINGS, seller, id.value(), TermsJson.offering(given), now);
        return TermsJson.offering(id, version.version(), version.terms());
    }

    /** Publishes a new version of a policy that was found to work. */
    public PolicyTerms publishPolicy(SellerId seller, PolicyTerms checked, Instant now) {
        TermsRows.Version version = publish(TermsRows.POLICIES, seller, checked.id().value(), TermsJson.policy(checked), now);
        return TermsJson.policy(checked.id(), version.version(), version.terms());
    }

    private TermsRows.Version publish(TermsRows rows, SellerId seller, String id, Values terms, Instant now) {
        return database.write(handle -> {
            Optional<TermsRows.Version> before = rows.latest(handle, seller, id);
            if (before.isPresent() && before.get().terms().equals(terms)) {
                return before.get();
            }
            before.ifPresent(version -> requireSameCurrency(version.terms(), terms));
            TermsRows.Version made = new TermsRows.Version(id, before.map(last -> last.version() + 1).orElse(1), terms, now);
            rows.insert(handle, seller, made);
            return made;
        });
    }

    private static void requireSameCurrency(Values before, Values after) {
        if (!before.text("currency").equals(after.text("currency"))) {
            throw new InvalidInput(ErrorCode.INVALID_CURRENCY, "currency", "the offering's prices are in "
                    + before.text("currency").orElse("-") + " since it was published; use another id for another currency");
        }
    }

    /** The newest version. */
    public Optional<OfferingTerms> offering(Handle handle, SellerId seller, OfferingId id) {
        return TermsRows.OFFERINGS.latest(handle, seller, id.value())
                .map(found -> TermsJson.offering(id, found.version(), found.terms()));
    }

    /** The newest version. */
    public Optional<PolicyTerms> policy(Handle handle, SellerId seller, PolicyId id) {
        return TermsRows.POLICIES.latest(handle, seller, id.value())
                .map(found -> TermsJson.policy(id, found.version(), found.terms()));
    }

    /** The newest versions, which must be there. */
    public Terms newest(Handle handle, SellerId seller, OfferingId offering, PolicyId policy) {
        return new Terms(offering(handle, seller, offering).orElseThrow(() -> unknown("offering", offering.value())),
                policy(handle, seller, policy).orElseThrow(() -> unknown("policy", policy.value())));
    }

    /** The versions that a cycle runs under. */
    public Terms terms(Handle handle, SellerId seller, TermsKey key) {
        return new Terms(offering(handle, seller, key.offering(), key.offeringVersion()),
                policy(handle, seller, key.policy(), key.policyVersion()));
    }

    public OfferingTerms offering(Handle handle, SellerId seller, OfferingId id, int version) {
        return kept(offerings, new Key(seller, id.value(), version), () -> TermsJson.offering(id, version,
                TermsRows.OFFERINGS.find(handle, seller, id.value(), version).orElseThrow().terms()));
    }

    private PolicyTerms policy(Handle handle, SellerId seller, PolicyId id, int version) {
        return kept(policies, new Key(seller, id.value(), version), () -> TermsJson.policy(id, version,
                TermsRows.POLICIES.find(handle, seller, id.value(), version).orElseThrow().terms()));
    }

    private static <T> T kept(Map<Key, T> cache, Key key, Supplier<T> read) {
        if (cache.size() > MAX_KEPT) {
            cache.clear();
        }
        return cache.computeIfAbsent(key, missing -> read.get());
    }

    private static InvalidInput unknown(String kind, String id) {
        return new InvalidInput(ErrorCode.INVALID_INPUT, kind, "there is no " + kind + " '" + id + "'; publish it first");
    }
}
