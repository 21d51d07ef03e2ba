package org.undatacube.registry.importing;

import java.util.List;
import org.undatacube.registry.codelist.Change;
import org.undatacube.registry.codelist.CodeListDiff;

/**
 * What an import did, or would do.
 *
 * @param version the list's version after it
 * @param dryRun whether nothing was stored
 * @param added how many codes are new; changed and retired likewise, the retired being among the changed
 * @param unchanged how many codes of the file were already so
 */
public record ImportReport(
        String list,
        String version,
        boolean dryRun,
        int added,
        int changed,
        int retired,
        int unchanged,
        CodeListDiff diff,
        List<Finding> findings) {

    static ImportReport of(String list, boolean dryRun, Change change, int codes, List<Finding> findings) {
        CodeListDiff diff = change.diff();
        int added = diff.added().size();
        int changed = diff.changed().size();
        return new ImportReport(
                list,
                change.version(),
                dryRun,
                added,
                changed,
                diff.retired().size(),
                codes - added - changed,
                diff,
                List.copyOf(findings));
    }
}
