/**
 * What the packaged suite tells those who watch it. Start reading at {@link
 * org.undatacube.acceptance.observability.ObservabilityIT}.
 */
package org.undatacube.acceptance.observability;
