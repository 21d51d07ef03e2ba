/**
 * What keeps one service's trouble from becoming another's, or the caller's: repetitions of what is safe, a circuit
 * breaker and a bulkhead for each service. Start reading at {@link org.undatacube.gateway.resilience.Sending}.
 */
package org.undatacube.gateway.resilience;
