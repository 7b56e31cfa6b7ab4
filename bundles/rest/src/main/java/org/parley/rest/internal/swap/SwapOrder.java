package org.parley.rest.internal.swap;

import java.time.Duration;
import java.util.Optional;

/**
 * What is to be swapped, and how.
 *
 * @param version the version to install; empty to take the content from where the bundle came from
 * @param from    an address or a path to take the content from instead
 * @param drain   how long to wait for the requests inside the module
 * @param force   goes on when they have not left by then
 */
public record SwapOrder(String module, Optional<String> version, Optional<String> from, Duration drain, boolean force) {}
