package org.undatacube.contributions.job;

import java.util.UUID;

/**
 * What a job is about.
 *
 * @param path that was asked
 * @param bytes of the body
 * @param upload whose bytes can be taken again; null where they came with the request
 */
public record JobSubject(String path, long bytes, UUID upload) {}
