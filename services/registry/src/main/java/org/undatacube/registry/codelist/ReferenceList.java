package org.undatacube.registry.codelist;

import java.util.List;
import org.undatacube.codelists.Code;

/**
 * A list as the project ships it.
 *
 * @param hash of its file, title, levels and aliases: another where any of them is another
 */
public record ReferenceList(
        String id, String title, String standard, List<String> levels, List<Code> codes, String hash) {}
