/** The ScoreFunction SPI for plugins, and the service that reads scores. */
@Version("1.0.0")
@NullMarked
package org.parley.scoring.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
