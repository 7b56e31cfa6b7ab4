@NullMarked
package org.parley.scoring.internal.rest;

import org.jspecify.annotations.NullMarked;
