package org.undatacube.registry.importing;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.undatacube.registry.codelist.Change;
import org.undatacube.registry.codelist.CodeListDiff;

/**
 * What an import did, or would do.
 *
 * @param version the list's version after it
 * @param dryRun whether nothing was stored
 * @param accepted whether the file may come in: nothing in it conflicts
 * @param added how many codes are new; changed and retired likewise, the retired being among the changed
 * @param unchanged how many codes of the file were already so
 * @param conflicting how many findings are of severity reject
 * @param suspicious how many findings are of severity warn
 * @param absent the codes, not retired, that the file does not have although it has all others of their kind
 * @param diff what changes, field by field; of what does not conflict
 */
public record ImportReport(
        String list,
        String format,
        String version,
        boolean dryRun,
        boolean accepted,
        int added,
        int changed,
        int retired,
        int unchanged,
        int conflicting,
        int suspicious,
        List<String> absent,
        CodeListDiff diff,
        List<Finding> findings) {

    static ImportReport of(ImportFormat format, boolean dryRun, Reading reading, Change change) {
        CodeListDiff diff = change.diff();
        Set<String> touched = new HashSet<>();
        Stream.concat(
                        diff.added().stream().map(code -> code.code()),
                        diff.changed().stream().map(CodeListDiff.Changed::code))
                .forEach(touched::add);
        Findings findings = reading.findings();
        return new ImportReport(
                reading.current().id(),
                format.code(),
                findings.hasRejects() ? reading.current().version() : change.version(),
                dryRun,
                !findings.hasRejects(),
                diff.added().size(),
                diff.changed().size(),
                diff.retired().size(),
                (int) reading.codes().stream()
                        .filter(code -> !touched.contains(code.code()))
                        .count(),
                findings.count(Severity.REJECT),
                findings.count(Severity.WARN),
                reading.absent().stream().map(code -> code.code()).toList(),
                diff,
                findings.all());
    }
}
