package org.parley.common;

/** A seller: the tenant that every row, event and key belongs to. */
public record SellerId(String value) implements Comparable<SellerId> {

    public SellerId {
        Ids.check("seller", value);
    }

    @Override
    public int compareTo(SellerId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
