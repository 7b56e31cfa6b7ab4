package org.parley.capture.internal.meters;

import java.time.Instant;
import org.parley.common.SellerId;

/**
 * One version of a meter.
 *
 * @param version     counted from 1
 * @param publishedAt the seller's time when it was defined
 */
public record Meter(SellerId seller, String id, int version, Definition definition, Instant publishedAt) {}
