/**
 * What every service measures of its requests and of its disk, in Prometheus' text at {@code /metrics}.
 *
 * <p>Invariant: whoever sends a request cannot make a time series, whatever it asks for and by whatever method. Start
 * reading at {@link org.undatacube.http.metrics.RequestFilters}.
 */
package org.undatacube.http.metrics;
