/** Talking to the server over HTTP, and waiting for it when it is away. */
@NullMarked
package org.parley.cli.http;

import org.jspecify.annotations.NullMarked;
