/** What a connection may cost: where it comes from, how long it may take to say what it wants, how slow a body may be. */
package org.undatacube.gateway.connection;
