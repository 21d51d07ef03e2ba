/**
 * What every service that speaks SDMX needs of it, whatever it has to say: versions as its REST interfaces name them, and
 * XML that is written as it goes.
 */
package org.undatacube.http.sdmx;
