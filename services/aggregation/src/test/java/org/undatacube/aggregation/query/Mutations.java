package org.undatacube.aggregation.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Right questions, and what becomes of them by slips of the pen and of the mind. */
public final class Mutations {
    /** Every word of the language stands in one of these. */
    public static final List<Map<String, String>> WHOLE_LANGUAGE = List.of(
            Map.of(
                    "drilldown",
                    "location.region,location.country,year",
                    "columns",
                    "year",
                    "measures",
                    "amount,share.row"),
            Map.of("drilldown", "year,sdg.goal", "top", "3", "per", "year", "others", "false", "order", "-amount"),
            Map.of("drilldown", "sdg.five-ps,year", "measures", "amount,growth.2018,change,cumulative"),
            Map.of("drilldown", "location.groups", "order", "-location.groups.label,amount", "subtotals", "rollup"),
            Map.of(
                    "cut",
                    "entity:UNDP;WFP|year:2022..2024|!sdg:1..5|location:groups:LDC;-|sdg:only:5|location:region:2"),
            Map.of("where", "amount:ge:1000000|amount:lt:0.5", "measures", "lines,distinct.location.country"),
            Map.of("measures", "amount,share.total", "having", "amount:ge:-1000.50|share.total:gt:0.01"),
            Map.of("structure", "today", "consolidation", "eliminated", "decimals", "2", "rounding", "additive"),
            Map.of("structure", "2024", "consolidation", "net", "decimals", "0", "rounding", "half-even"),
            Map.of("limit", "20", "offset", "5", "drilldown", "entity.entity", "subtotals", "cube"));

    public static final List<String> JSON = List.of(
            "{\"drilldown\":[\"sdg.goal\",\"year\"],\"columns\":\"year\",\"limit\":20,\"top\":null}",
            "{\"cut\":[{\"dimension\":\"location\",\"level\":\"region\",\"members\":[\"2\"],\"not\":true},\"sdg:5\"]}",
            "{\"cut\":[{\"dimension\":\"year\",\"members\":[2020,\"2022..2024\"]},{\"dimension\":\"sdg\",\"only\":true,"
                    + "\"members\":[\"5\"]}]}",
            "{\"cut\":[{\"dimension\":\"location\",\"hierarchy\":\"groups\",\"members\":[\"LDC\",\"-\"]}],\"offset\":0}",
            "{\"drilldown\":\"year,sdg.goal\",\"top\":3,\"per\":[\"year\"],\"others\":true,\"order\":\"-amount\"}",
            "{\"where\":[\"amount:ge:1\"],\"measures\":[\"amount\",\"lines\"],\"having\":\"lines:gt:2\",\"decimals\":2}");

    private static final List<String> SCRAPS = List.of(
            "",
            " ",
            ",",
            ";",
            "|",
            ":",
            ".",
            "..",
            "!",
            "-",
            "_",
            "0",
            "9",
            "2024",
            "X",
            "é",
            "١",
            "\u0000",
            "\n",
            "\r\n",
            "\t",
            "\"",
            "'",
            "\\",
            "\\u0000",
            "\\ud800",
            "%",
            "%00",
            "&",
            "=",
            "#",
            "+",
            "*",
            "{",
            "}",
            "[",
            "]",
            "(",
            ")",
            "null",
            "true",
            "NaN",
            "1e9",
            "\u202e",
            "\u2066",
            "\ufeff",
            "\ud83d\ude00",
            "${jndi:x}",
            "$${a}",
            "' or 1=1 --",
            "\"; drop table live; --",
            "year",
            "amount",
            "sdg.goal",
            "sdg",
            "only",
            "groups",
            "9".repeat(40));

    private Mutations() {}

    /** The parameters of one of some questions, with some changed and perhaps one of another question among them. */
    public static Map<String, String> mutateOne(List<Map<String, String>> questions, Random random) {
        Map<String, String> mutated = new TreeMap<>(questions.get(random.nextInt(questions.size())));
        if (random.nextInt(3) == 0) {
            mutated.putAll(questions.get(random.nextInt(questions.size())));
        }
        List<String> names = new ArrayList<>(mutated.keySet());
        String name = names.get(random.nextInt(names.size()));
        String value = mutated.get(name);
        if (random.nextInt(20) == 0) {
            mutated.remove(name);
            mutated.put(changed(name, random), value);
        } else {
            mutated.put(name, mutate(List.of(value), random));
        }
        return mutated;
    }

    /** One of some texts, changed in one to three places. */
    public static String mutate(List<String> texts, Random random) {
        String text = texts.get(random.nextInt(texts.size()));
        for (int change = 1 + random.nextInt(3); change > 0; change--) {
            text = changed(text, random);
        }
        return text;
    }

    private static String changed(String text, Random random) {
        int from = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), from + random.nextInt(4));
        String scrap = SCRAPS.get(random.nextInt(SCRAPS.size()));
        return switch (random.nextInt(4)) {
            case 0 -> text.substring(0, from) + scrap + text.substring(from);
            case 1 -> text.substring(0, from) + text.substring(to);
            case 2 -> text.substring(0, from) + scrap + text.substring(to);
            default -> text.substring(0, to) + text.substring(from);
        };
    }
}
