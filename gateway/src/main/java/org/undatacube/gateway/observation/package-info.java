/**
 * What the gateway tells its operators of each request: a line in the log and numbers by route. Start reading at {@link
 * org.undatacube.gateway.observation.RequestWatch}.
 */
package org.undatacube.gateway.observation;
