package org.undatacube.contributions.submission;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Findings put aside in a file while the lines flow by, as there can be more of them than lines. All are counted; of
 * each rule the first {@value #STORED_PER_RULE} are stored.
 */
public final class FindingSpool implements AutoCloseable {
    /** Bounds file and store whatever the body: some ten million findings of a hundred bytes or two. */
    public static final int STORED_PER_RULE = 100_000;

    private final Map<String, Tally> tallies = new LinkedHashMap<>();
    /** The rules that found something on the line that is being judged. */
    private final Set<Tally> onLine = new LinkedHashSet<>();

    private FileChannel file;
    private Writer rows;
    private long stored;

    /** What a rule found so far. */
    private static final class Tally {
        private final Severity severity;
        private long findings;
        private long stored;
        private long lines;
        private Amount amount = Amount.ZERO;

        private Tally(Severity severity) {
            this.severity = severity;
        }
    }

    /** Takes rows one by one. */
    @FunctionalInterface
    interface RowReader {
        void accept(String row) throws IOException, java.sql.SQLException;
    }

    /**
     * Counts a finding.
     *
     * @param isOnLine whether it is on the line that is being judged
     * @return whether it is to be {@linkplain #store stored}
     */
    public boolean count(String rule, Severity severity, boolean isOnLine) {
        Tally tally = tallies.computeIfAbsent(rule, unseen -> new Tally(severity));
        tally.findings++;
        if (isOnLine) {
            onLine.add(tally);
        }
        return tally.stored < STORED_PER_RULE;
    }

    /** The number of the next finding that is stored. */
    public long nextNumber() {
        return stored + 1;
    }

    /** Puts a finding aside that was counted. */
    public void store(Finding finding) {
        tallies.get(finding.rule()).stored++;
        stored++;
        try {
            rows().write(new CopyRow()
                    .with(finding.rule())
                    .with(finding.severity().code())
                    .with(finding.row())
                    .with(finding.field())
                    .with(finding.pointer())
                    .with(finding.value())
                    .with(finding.message())
                    .with(finding.expected())
                    .with(finding.lineId())
                    .with(finding.line() == null ? null : finding.line().breakdown())
                    .with(finding.line() == null ? null : finding.line().number())
                    .toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends a line: what was found since the line before was found on it. */
    public void endLine(Amount dollars) {
        for (Tally tally : onLine) {
            tally.lines++;
            tally.amount = tally.amount.plus(dollars.absolute());
        }
        onLine.clear();
    }

    /** By rule, in the order in which they were first met. */
    public List<FindingCount> counts() {
        List<FindingCount> counts = new ArrayList<>();
        tallies.forEach((rule, tally) -> counts.add(
                new FindingCount(rule, tally.severity, tally.findings, tally.stored, tally.lines, tally.amount)));
        return counts;
    }

    /** Reads what was put aside, in the order of the numbers; nothing can be put aside any more. */
    void read(RowReader reader) throws IOException, java.sql.SQLException {
        if (file == null) {
            return;
        }
        rows.flush();
        file.position(0);
        try (BufferedReader lines = new BufferedReader(leftOpen(file))) {
            for (String row = lines.readLine(); row != null; row = lines.readLine()) {
                reader.accept(row);
            }
        }
    }

    @Override
    public void close() {
        if (file != null) {
            try {
                file.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** No file for submissions without findings. */
    private Writer rows() throws IOException {
        if (file == null) {
            // its name is taken away at once, so that nothing is left behind even where the service is killed
            file = FileChannel.open(
                    Files.createTempFile("findings-", ".copy"),
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.DELETE_ON_CLOSE);
            rows = new BufferedWriter(Channels.newWriter(file, StandardCharsets.UTF_8));
        }
        return rows;
    }

    private static Reader leftOpen(FileChannel file) {
        return new FilterReader(Channels.newReader(file, StandardCharsets.UTF_8)) {
            @Override
            public void close() {}
        };
    }
}
