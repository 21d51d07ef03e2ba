/** Makes sure that PostgreSQL keeps what it acknowledged. The one thing here: {@link DurabilityCheck}. */
package org.undatacube.durablestore;
