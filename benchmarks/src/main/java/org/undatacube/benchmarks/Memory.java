package org.undatacube.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The physical memory that each part of the suite takes, in KiB: the resident set of a service; of PostgreSQL's
 * processes the proportional share, since they share most of theirs.
 */
record Memory(Map<String, Long> resident, Map<String, Long> peak) {
    static final List<String> PARTS =
            Stream.concat(Stream.of(Suite.POSTGRESQL), Suite.SERVICES.stream()).toList();

    private static final long KIB_PER_MIB = 1024;

    static Memory of(Suite suite) throws IOException {
        Map<String, Long> resident = new LinkedHashMap<>();
        Map<String, Long> peak = new LinkedHashMap<>();
        for (String service : Suite.SERVICES) {
            long pid = suite.pid(service);
            resident.put(service, kib(pid, "status", "VmRSS:"));
            peak.put(service, kib(pid, "status", "VmHWM:"));
        }
        resident.put(
                Suite.POSTGRESQL,
                share(ProcessHandle.of(suite.pid(Suite.POSTGRESQL)).orElseThrow()));
        return new Memory(resident, peak);
    }

    static long residentMib(Suite suite, String service) throws IOException {
        return kib(suite.pid(service), "status", "VmRSS:") / KIB_PER_MIB;
    }

    /** The most that a service ever took. */
    static long peakMib(Suite suite, String service) throws IOException {
        return kib(suite.pid(service), "status", "VmHWM:") / KIB_PER_MIB;
    }

    private static long share(ProcessHandle postmaster) throws IOException {
        long share = 0;
        List<ProcessHandle> processes =
                Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
        for (ProcessHandle process : processes) {
            if (process.isAlive()) {
                share += kib(process.pid(), "smaps_rollup", "Pss:");
            }
        }
        return share;
    }

    private static long kib(long pid, String file, String name) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), file))) {
            String line = lines.filter(candidate -> candidate.startsWith(name))
                    .findFirst()
                    .orElseThrow();
            return Long.parseLong(line.replaceAll("[^0-9]", ""));
        }
    }

    static String mebibytes(Map<String, Long> kib, String part) {
        return kib.containsKey(part) ? Long.toString(kib.get(part) / KIB_PER_MIB) : "";
    }

    /** At two moments, and the most ever until the second. */
    static MarkdownTable table(String when, Memory first, String later, Memory second) {
        MarkdownTable table = new MarkdownTable("part", when + ", MiB", later + ", MiB", "most ever, MiB");
        for (String part : PARTS) {
            table.add(List.of(
                    part,
                    mebibytes(first.resident, part),
                    mebibytes(second.resident, part),
                    mebibytes(second.peak, part)));
        }
        return table;
    }
}
