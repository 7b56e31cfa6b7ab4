package org.parley.seller.api;

/** What a key may do. */
public enum Role {
    /** Everything, also publishing policies and making keys. */
    ADMIN,
    /** Send events and import. */
    INGEST,
    /** Run relationships: request and record prices, answer customers, rule on appeals. */
    STAFF,
    /** Read events, scores and reports. */
    ANALYST
}
