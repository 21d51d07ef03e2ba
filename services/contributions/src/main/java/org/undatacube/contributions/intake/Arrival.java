package org.undatacube.contributions.intake;

import java.io.InputStream;
import java.net.URI;

/**
 * A request that brings lines.
 *
 * @param address that it asks for
 * @param contentType of the body; null where there is none
 * @param upload identifier of the upload that is the body, or null where the request has one of its own
 * @param key the header Idempotency-Key, or null
 * @param prefer the header Prefer, or null
 */
record Arrival(URI address, String contentType, InputStream body, String upload, String key, String prefer) {}
