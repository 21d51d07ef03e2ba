/**
 * How often one caller may ask: a key, or an address where no key is sent. Counted in memory, or in a database that
 * several gateways share. Start reading at {@link org.undatacube.gateway.ratelimit.Admission}.
 */
package org.undatacube.gateway.ratelimit;
