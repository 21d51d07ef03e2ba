package org.undatacube.aggregation.answer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.Hierarchy;

/** Code lists with ragged hierarchies and codes that ended, and groups of their codes. */
final class RandomLists {
    /** Labels in no order of the codes, some of them alike. */
    private static final List<String> LABELS = List.of("Ash", "Birch", "Cedar", "Elm", "Fir", "Larch", "Maple", "Pine");

    private static final List<String> TRANSFERRING = List.of("C04C", "C04D");

    private final Random random;

    RandomLists(Random random) {
        this.random = random;
    }

    CodeList list(Dimension dimension) {
        if (dimension == Dimension.ENTITY) {
            return entities();
        }
        return dimension == Dimension.CONTRIBUTOR && random.nextInt(4) > 0 ? contributors() : any(dimension);
    }

    /** Four entities, some with a part, some that another took in. */
    private CodeList entities() {
        List<Code> codes = new ArrayList<>();
        for (String type : List.of("T1", "T2")) {
            add(codes, type, "type", null, 0);
        }
        for (int entity = 1; entity <= 4; entity++) {
            add(codes, "N" + entity, "entity", random.nextInt(5) == 0 ? null : "T" + (1 + random.nextInt(2)), 5);
            if (random.nextBoolean()) {
                add(codes, "N" + entity + "-S", "subentity", "N" + entity, 5);
            }
        }
        return new CodeList("entities", "Entities", "1", List.of("type", "entity", "subentity"), codes);
    }

    /** With the types of contributor that mark transfers within the system. */
    private CodeList contributors() {
        List<Code> codes = new ArrayList<>();
        List<String> types = new ArrayList<>(List.of("C01"));
        types.addAll(TRANSFERRING.subList(0, 1 + random.nextInt(2)));
        types.forEach(type -> add(codes, type, "type", null, 0));
        for (int number = 3 + random.nextInt(5); number > 0; number--) {
            add(codes, "D" + number, "contributor", random.nextInt(6) == 0 ? null : any(types), 3);
        }
        return new CodeList("contributors", "Contributors", "1", List.of("type", "contributor"), codes);
    }

    /** A parent stands on any level above, so that paths leave levels out. */
    private CodeList any(Dimension dimension) {
        List<String> levels = List.of("high", "middle", "low").subList(0, 1 + random.nextInt(3));
        List<Code> codes = new ArrayList<>();
        int wanted = 3 + random.nextInt(8);
        for (int number = 0; number < wanted; number++) {
            int depth = codes.isEmpty() ? 0 : random.nextInt(levels.size());
            List<Code> above = codes.stream()
                    .filter(code -> levels.indexOf(code.level()) < depth)
                    .toList();
            String parent = above.isEmpty() || random.nextInt(6) == 0
                    ? null
                    : above.get(random.nextInt(above.size())).code();
            // the last of these reads like a range of the others
            String code = List.of(number + "", number + "", number + " &", "0.." + number)
                    .get(random.nextInt(number == wanted - 1 ? 4 : 3));
            add(codes, code, levels.get(depth), parent, 3);
        }
        if (random.nextBoolean()) {
            Collections.shuffle(codes, random);
        }
        return new CodeList(dimension.codeList(), dimension.code(), "1", levels, codes);
    }

    /** @param odds one code in this many ended, most of them with a successor, which may have ended itself; 0 for none */
    private void add(List<Code> codes, String code, String level, String parent, int odds) {
        boolean ended = odds > 0 && random.nextInt(odds) == 0;
        String successor = null;
        if (ended && !codes.isEmpty() && random.nextInt(5) > 0) {
            // one that was there before, so that nobody is its own successor
            successor = random.nextInt(12) == 0 ? "gone" : any(codes).code();
        }
        codes.add(new Code(
                code,
                level,
                parent,
                Map.of("en", any(LABELS)),
                Map.of(),
                null,
                null,
                random.nextInt(4) == 0 ? Integer.valueOf(2010) : null,
                ended ? Integer.valueOf(2018 + random.nextInt(5)) : null,
                successor,
                List.of(),
                Map.of()));
    }

    /** In exclusive ones each top code is in one group at most; in others members stand on any level, some below others. */
    Hierarchy hierarchy(String id, CodeList list) {
        boolean exclusive = random.nextInt(3) == 0;
        List<Code> free = new ArrayList<>(list.codes().stream()
                .filter(code -> !exclusive || code.parent() == null)
                .toList());
        List<Hierarchy.Group> groups = new ArrayList<>();
        for (int group = 1 + random.nextInt(3); group > 0; group--) {
            List<Hierarchy.Membership> members = new ArrayList<>();
            for (int number = random.nextInt(5); number > 0 && !free.isEmpty(); number--) {
                Code member = any(free);
                if (exclusive) {
                    free.remove(member);
                }
                int first = 2018 + random.nextInt(5);
                members.add(new Hierarchy.Membership(
                        member.code(),
                        random.nextInt(3) == 0 ? null : Integer.valueOf(first),
                        random.nextInt(3) == 0 ? null : Integer.valueOf(first + random.nextInt(3))));
            }
            groups.add(new Hierarchy.Group("G" + group, Map.of("en", any(LABELS)), Map.of(), null, null, members));
        }
        return new Hierarchy(id, "1.0.0", exclusive, Map.of("en", id), null, groups);
    }

    private <T> T any(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }
}
