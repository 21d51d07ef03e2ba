/**
 * A client that takes little of the processor time that it measures: HTTP/1.1 on connections that are kept, over plain
 * sockets. Start reading at {@link org.undatacube.benchmarks.http.Traffic}.
 */
package org.undatacube.benchmarks.http;
