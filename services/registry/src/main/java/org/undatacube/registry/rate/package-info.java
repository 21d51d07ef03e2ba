/** Yearly exchange rates. Start reading at {@link org.undatacube.registry.rate.RateTable}. */
package org.undatacube.registry.rate;
