package org.undatacube.registry.codelist;

import java.util.List;

/**
 * What an import did.
 *
 * @param version the list's version after it
 * @param added codes that are new, changed ones that were replaced, unchanged ones that were already so
 */
public record ImportReport(String list, String version, int added, int changed, int unchanged, List<Finding> findings) {

    static ImportReport of(String list, Change change, List<Finding> findings) {
        return new ImportReport(
                list, change.version(), change.added(), change.changed(), change.unchanged(), List.copyOf(findings));
    }
}
