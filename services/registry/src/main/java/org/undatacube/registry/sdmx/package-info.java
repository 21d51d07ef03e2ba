/**
 * The structures of the cubes, the lists behind them and their hierarchies as SDMX structure messages, over the REST
 * interfaces of SDMX 2.1 and 3.0.
 *
 * <p>{@link org.undatacube.registry.sdmx.Catalogue} turns what the registry has into artefacts, {@link
 * org.undatacube.registry.sdmx.StructureSearch} picks those that are asked for, and {@link
 * org.undatacube.registry.sdmx.Format} writes them. Invariant: an artefact says the same in every format, and each is a
 * message that the official schemas accept.
 */
package org.undatacube.registry.sdmx;
