/** The demo: generated customers, a year of cycles on a sandbox clock, and where to look at it. */
@NullMarked
package org.parley.cli.demo;

import org.jspecify.annotations.NullMarked;
