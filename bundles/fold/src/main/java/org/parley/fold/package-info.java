/**
 * How a module folds the journal for many plugins, each at its own position: guarded calls, catch-up of what is new,
 * quarantine of what fails. It is copied into the bundles that use it and is nobody's API.
 */
@NullMarked
package org.parley.fold;

import org.jspecify.annotations.NullMarked;
