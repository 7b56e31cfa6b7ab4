package org.parley.pricing.internal;

/** Where an imported payment comes from: the identity it has there. */
public record Origin(String source, String id) {}
