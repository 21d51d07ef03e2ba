package org.undatacube.registry.coderequest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;

/** Whom each name of a list means, in whatever language and spelling the list has it. */
final class KnownNames {
    private final CodeList list;
    private final Map<NameWords, Code> owners = new HashMap<>();

    KnownNames(CodeList list) {
        this.list = list;
        list.codes().forEach(code -> names(code).forEach(name -> owners.putIfAbsent(NameWords.of(name), code)));
    }

    /** The code that has this name, or for which it is another spelling. */
    Optional<Code> owner(String name) {
        return Optional.ofNullable(owners.get(NameWords.of(name))).or(() -> list.resolve(name));
    }

    /** The codes with a name that is nearly this one. */
    List<Code> near(String name, int limit) {
        List<NameWords> wanted = parts(name).map(NameWords::tellingOf).toList();
        return list.codes().stream()
                .filter(code -> names(code)
                        .flatMap(KnownNames::parts)
                        .map(NameWords::tellingOf)
                        .anyMatch(known -> wanted.stream().anyMatch(known::isNear)))
                .limit(limit)
                .toList();
    }

    /** The name and, as CEB writes one in two languages as one/other, each of the two. */
    private static Stream<String> parts(String name) {
        return Stream.concat(Stream.of(name), Stream.of(name.split("/"))).distinct();
    }

    private static Stream<String> names(Code code) {
        return Stream.concat(
                        code.label().values().stream(), code.aliases().stream().map(Code.Alias::alias))
                .distinct();
    }
}
