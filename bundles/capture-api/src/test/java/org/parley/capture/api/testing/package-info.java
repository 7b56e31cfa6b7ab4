/** For the unit tests of other modules: a journal in memory, and the contract that every journal keeps. */
@NullMarked
package org.parley.capture.api.testing;

import org.jspecify.annotations.NullMarked;
