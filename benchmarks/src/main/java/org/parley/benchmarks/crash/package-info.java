/** Kills and full disks, at random, and what is there afterwards. */
@NullMarked
package org.parley.benchmarks.crash;

import org.jspecify.annotations.NullMarked;
