/** The Report SPI for plugins: what an event adds to a rollup, and what a report reads from it. */
@Version("1.0.0")
@NullMarked
package org.parley.reporting.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
