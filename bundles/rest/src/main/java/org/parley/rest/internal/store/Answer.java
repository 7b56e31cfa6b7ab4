package org.parley.rest.internal.store;

import java.util.Map;

/**
 * The answer to a request.
 *
 * @param request hash of the method, path and body it answers
 */
public record Answer(String request, int status, Map<String, String> headers, byte[] body) {}
