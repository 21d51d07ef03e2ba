/**
 * Requests that can be sent again without being done again: the answer is kept under the caller's Idempotency-Key, in
 * the transaction of the effect, so that there is either both or neither. What was refused had no effect and is not
 * kept. Start reading at {@link org.undatacube.contributions.idempotency.IdempotentRequests}; why it is so says {@code
 * docs/adr/0008-audit-chain-and-idempotency.md}.
 */
package org.undatacube.contributions.idempotency;
