/** Keys and the seller itself over HTTP. */
@NullMarked
package org.parley.seller.internal.rest;

import org.jspecify.annotations.NullMarked;
