/** What the gateway's page for people says of the cubes. Start reading at {@link StatusResource}. */
package org.undatacube.aggregation.status;
