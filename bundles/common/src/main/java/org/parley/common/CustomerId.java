package org.parley.common;

/** A customer of one seller, under the id that the seller's own systems use. */
public record CustomerId(String value) implements Comparable<CustomerId> {

    public CustomerId {
        Ids.check("customer", value);
    }

    @Override
    public int compareTo(CustomerId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
