package org.undatacube.registry.sdmx;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.undatacube.registry.codelist.CodeLists;
import org.undatacube.registry.codelist.VersionHead;
import org.undatacube.registry.hierarchy.Hierarchies;

/** All that the registry has to say in SDMX. */
@ApplicationScoped
class Catalogue {
    private final CodeLists lists;
    private final Hierarchies hierarchies;
    private final Vocabulary vocabulary;

    Catalogue(CodeLists lists, Hierarchies hierarchies, Vocabulary vocabulary) {
        this.lists = lists;
        this.hierarchies = hierarchies;
        this.vocabulary = vocabulary;
    }

    /** Every artefact in all its versions, the latest first. Codes are not read yet. */
    @Transactional
    List<Artefact> artefacts() {
        List<Artefact> artefacts = new ArrayList<>();
        Map<String, Maintainable> latest = new LinkedHashMap<>();
        for (VersionHead version : lists.heads()) {
            CodelistArtefacts list = new CodelistArtefacts(lists, version);
            latest.putIfAbsent(version.list(), list.codelist().head());
            artefacts.add(list.codelist());
            list.members(vocabulary).ifPresent(artefacts::add);
            list.tree().ifPresent(artefacts::add);
        }
        latest.forEach((list, head) -> hierarchies.history(list).forEach(hierarchy -> {
            GroupArtefacts groups = new GroupArtefacts(head, hierarchy);
            artefacts.add(groups.groups());
            artefacts.add(groups.memberships());
        }));
        artefacts.addAll(vocabulary.codelists());
        List<Maintainable> referable = latestCodelists(artefacts);
        ItemScheme concepts = vocabulary.concepts(referable);
        artefacts.add(concepts);
        artefacts.add(vocabulary.agencies());
        new CubeStructures(vocabulary, concepts, referable).artefacts().forEach(artefacts::add);
        return artefacts;
    }

    private static List<Maintainable> latestCodelists(List<Artefact> artefacts) {
        Map<String, Maintainable> latest = new LinkedHashMap<>();
        artefacts.stream()
                .map(Artefact::head)
                .filter(head -> head.type() == ArtefactType.CODELIST)
                .forEach(head -> latest.putIfAbsent(head.id(), head));
        return List.copyOf(latest.values());
    }
}
