/** Sellers, their keys and the time they live in. */
@Version("1.0.0")
@NullMarked
package org.parley.seller.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
