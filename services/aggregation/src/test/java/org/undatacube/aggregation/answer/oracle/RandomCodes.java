package org.undatacube.aggregation.answer.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;

/** Codes of a list as a cut names them: any, those of a level, only themselves, and from one to another. */
final class RandomCodes {
    private final CodeList list;
    private final Random random;

    RandomCodes(CodeList list, Random random) {
        this.list = list;
        this.random = random;
    }

    String any() {
        return switch (random.nextInt(4)) {
            case 0 -> "only:" + items(list.codes());
            case 1 -> ofALevel();
            default -> items(list.codes());
        };
    }

    private String ofALevel() {
        String level = list.codes().get(random.nextInt(list.codes().size())).level();
        return level + ":"
                + items(list.codes().stream()
                        .filter(code -> code.level().equals(level))
                        .toList());
    }

    private String items(List<Code> codes) {
        List<String> items = new ArrayList<>();
        for (int number = 1 + random.nextInt(4); number > 0; number--) {
            String item = random.nextInt(4) == 0
                    ? range(codes)
                    : codes.get(random.nextInt(codes.size())).code();
            if (!items.contains(item)) {
                items.add(item);
            }
        }
        return String.join(";", items);
    }

    /** From one code to a later one or itself on the same level. */
    private String range(List<Code> codes) {
        Code first = codes.get(random.nextInt(codes.size()));
        List<Code> later = list
                .codes()
                .subList(list.codes().indexOf(first), list.codes().size())
                .stream()
                .filter(code -> code.level().equals(first.level()))
                .toList();
        String range =
                first.code() + ".." + later.get(random.nextInt(later.size())).code();
        // what has dots of its own could be cut in two in more than one way
        return range.indexOf("..") == range.lastIndexOf("..") ? range : first.code();
    }
}
