/**
 * What the REST resources of all modules share: who may call, who calls, how values look as JSON, and how failures are
 * told.
 */
@Version("1.0.0")
@NullMarked
package org.parley.rest;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
