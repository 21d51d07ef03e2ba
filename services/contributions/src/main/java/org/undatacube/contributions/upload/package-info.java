/**
 * Bodies that come in pieces, over days and broken connections, by "Resumable Uploads for HTTP"
 * (draft-ietf-httpbis-resumable-upload-12; interim responses are left out).
 *
 * <p>Invariant: an offset that was told is durable, and nobody but the client who was told last can write at it. Start
 * reading at {@link org.undatacube.contributions.upload.Uploads}.
 */
package org.undatacube.contributions.upload;
