package org.undatacube.aggregation.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.undatacube.http.Problem;

class JsonQuestionTest {
    @Test
    void readsTheTextsOfAnAddress() {
        String query =
                "drilldown=sdg.goal,year&columns=year&cut=!sdg:5|year:2020..2022&where=amount:ge:1&measures=amount,"
                        + "growth.2018&having=amount:lt:5&subtotals=rollup&top=3&others=false&order=-sdg.goal.label&limit=5"
                        + "&offset=1&structure=today&consolidation=net&decimals=2";
        assertThrows(Problem.class, () -> Asked.text(query));
        String right = query.replace("&top=3&others=false", "");
        assertEquals(Asked.text(right), Asked.json("""
                {"drilldown": "sdg.goal,year", "columns": ["year"], "cut": "!sdg:5|year:2020..2022",
                 "where": ["amount:ge:1"], "measures": ["amount", " growth.2018 "], "having": "amount:lt:5",
                 "subtotals": "rollup", "order": ["-sdg.goal.label"], "limit": 5, "offset": "1", "structure": "today",
                 "consolidation": "net", "decimals": 2}"""));
        assertEquals(Asked.text(""), Asked.json("{}"));
        assertEquals(Asked.text(""), Asked.json("{\"drilldown\": \"\", \"cut\": []}"));
        assertEquals(
                Asked.text("drilldown=year,sdg.goal&top=3&per=year&others=false&structure=2024"),
                Asked.json("{\"drilldown\":[\"year\",\"sdg.goal\"],\"top\":3,\"per\":[\"year\"],\"others\":false,"
                        + "\"structure\":2024}"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiterString = " => ",
            value = {
                "{'dimension':'location','level':'region','members':['2'],'not':true} => !location:region:2",
                "{'dimension':'location','hierarchy':'groups','members':['LDC','-']} => location:groups:LDC;-",
                "{'members':[5],'only':true,'dimension':'sdg'} => sdg:only:5",
                "{'dimension':'sdg','only':false,'not':false,'members':['1..5','5.1']} => sdg:1..5;5.1",
                "{'dimension':'year','members':[2020,'2022..2024']} => year:2020;2022..2024",
                "'!sdg:5' => !sdg:5"
            })
    void readsACutInParts(String cut, String text) {
        assertEquals(
                Asked.text("cut=entity:WFP|" + text),
                Asked.json("{'cut': ['entity:WFP', %s]}".formatted(cut).replace('\'', '"')));
    }

    @Test
    void takesNoSeparatorInACodeForOne() {
        Map<String, Object> problem =
                Asked.jsonRefusal("{\"cut\":[{\"dimension\":\"sdg\",\"members\":[\"1\",\"5;1|entity:UNDP\"]}]}");
        assertEquals("/cut/0/members/1", problem.get("pointer"));
        assertEquals("5;1|entity:UNDP", problem.get("value"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiterString = " => ",
            nullValues = "-",
            value = {
                // the body with ' for ", the pointer, the parameter, the nearest right spelling
                "{'drilldown':'sdg.gaol'} => /drilldown => drilldown => sdg.goal",
                "{'drilldown':['year','sdg.gaol']} => /drilldown/1 => drilldown => sdg.goal",
                "{'drilldown':['year,sdg.goal']} => /drilldown/0 => drilldown => -",
                "{'drilldown':[['year']]} => /drilldown/0 => drilldown => -",
                "{'drilldown':{'year':1}} => /drilldown => drilldown => -",
                "{'drilldown':null} => /drilldown => drilldown => -",
                "{'drilldown':[null]} => /drilldown/0 => drilldown => -",
                "{'drilldown':17} => /drilldown => drilldown => -",
                "{'drildown':'year'} => /drildown => drildown => drilldown",
                "{'a/b~c':'year'} => /a~1b~0c => a/b~c => -",
                "{'drilldown':'year','drilldown':'year'} => /drilldown => drilldown => -",
                "{'limit':[5]} => /limit => limit => -",
                "{'limit':5.0} => /limit => limit => -",
                "{'limit':1e2} => /limit => limit => -",
                "{'limit':true} => /limit => limit => -",
                "{'limit':99999999999999999999999999999} => /limit => limit => -",
                "{'others':'yes','top':1,'drilldown':'sdg.goal'} => /others => others => -",
                "{'others':1,'top':1,'drilldown':'sdg.goal'} => /others => others => -",
                "{'subtotals':'rolup'} => /subtotals => subtotals => rollup",
                "{'where':[{'measure':'amount'}]} => /where/0 => where => -",
                "{'where':['amount:ge:x']} => /where/0 => where => -",
                "{'cut':{'dimension':'sdg','members':['5']}} => /cut => cut => -",
                "{'cut':[5]} => /cut/0 => cut => -",
                "{'cut':[{}]} => /cut/0 => cut => -",
                "{'cut':[{'dimension':'sdg'}]} => /cut/0 => cut => -",
                "{'cut':[{'members':['5']}]} => /cut/0 => cut => -",
                "{'cut':['sdg:5',{'dimension':'sgd','members':['5']}]} => /cut/1/dimension => cut => sdg",
                "{'cut':[{'dimension':'sdg','members':[]}]} => /cut/0 => cut => -",
                "{'cut':[{'dimension':'sdg','members':'5'}]} => /cut/0/members => cut => -",
                "{'cut':[{'dimension':'sdg','members':[['5']]}]} => /cut/0/members/0 => cut => -",
                "{'cut':[{'dimension':'sdg','members':[null]}]} => /cut/0/members/0 => cut => -",
                "{'cut':[{'dimension':'sdg','members':['5','5.3']}]} => /cut/0/members/1 => cut => 5.1",
                "{'cut':[{'dimension':'sdg','members':['5'],'nott':true}]} => /cut/0/nott => cut => not",
                "{'cut':[{'dimension':'sdg','members':['5'],'not':'true'}]} => /cut/0/not => cut => -",
                "{'cut':[{'dimension':'sdg','members':['5'],'members':['5']}]} => /cut/0/members => cut => -",
                "{'cut':[{'dimension':'sdg','level':'gaol','members':['5']}]} => /cut/0/level => cut => goal",
                "{'cut':[{'dimension':'sdg','level':'five-ps','members':['PEOPLE']}]} => /cut/0/level => cut => -",
                "{'cut':[{'dimension':'sdg','hierarchy':'goal','members':['5']}]} => /cut/0/hierarchy => cut => -",
                "{'cut':[{'dimension':'sdg','hierarchy':'five-ps','members':['PEPLE']}]} => /cut/0/members/0 => cut => PEOPLE",
                "{'cut':[{'dimension':'sdg','level':'goal','only':true,'members':['5']}]} => /cut/0 => cut => -",
                "{'cut':[{'dimension':'year','members':[1066]}]} => /cut/0/members/0 => cut => -",
                "{'cut':[{'dimension':'year','level':'year','members':[2020]}]} => /cut/0/level => cut => -",
                "{'drilldown':'\\ud800'} => /drilldown => drilldown => -",
                "{'drilldown':'x\\udc00\\ud800'} => /drilldown => drilldown => -",
                "{'cut':[{'dimension':'sdg','members':['\\ud800']}]} => /cut/0/members/0 => cut => -",
                "{'\\ud800':1} => /\uFFFD => \uFFFD => -"
            })
    void pointsAtWhatIsWrong(String body, String pointer, String parameter, String nearest) {
        Map<String, Object> problem = Asked.jsonRefusal(body.replace('\'', '"'));
        assertEquals(400, problem.get("status"));
        assertEquals("/problems/test/invalid-parameter", problem.get("type"), problem.toString());
        assertEquals(pointer, problem.get("pointer"), problem.toString());
        assertEquals(parameter, problem.get("parameter"));
        if (nearest != null) {
            assertEquals(nearest, ((List<?>) problem.get("nearest")).get(0));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "\"drilldown\"",
                "5",
                "{",
                "{\"drilldown\"",
                "{\"drilldown\":",
                "{\"drilldown\":}",
                "{\"drilldown\":\"year\"",
                "{\"drilldown\":[\"year\"",
                "{\"drilldown\":\"year\",}",
                "{\"drilldown\":\"ye",
                "{\"drilldown\":\"ye\nar\"}",
                "{\"drilldown\":\"\\x\"}",
                "{\"drilldown\":\"\\ud8\"}",
                "{\"limit\":NaN}",
                "{\"limit\":-Infinity}",
                "{\"limit\":05}",
                "{\"limit\":1}{}",
                "{\"limit\":1} x",
                "{'limit':1}",
                "{limit:1}",
                "// {}",
                "\uFEFF{}",
                "\u0000"
            })
    void refusesWhatIsNoJsonObject(String body) {
        Map<String, Object> problem = Asked.jsonRefusal(body);
        assertEquals("/problems/test/malformed-body", problem.get("type"));
        assertTrue(problem.containsKey("pointer"));
    }

    static List<String> enormous() {
        int many = 100_000;
        return List.of(
                "[".repeat(many),
                "{\"drilldown\":" + "[".repeat(many),
                "{\"cut\":" + "[{\"members\":".repeat(many),
                "{\"a\":".repeat(many),
                "{\"limit\":" + "9".repeat(many) + "}",
                "{\"limit\":1e" + "9".repeat(many) + "}",
                "{\"where\":\"amount:ge:" + "9".repeat(many) + "\"}",
                "{\"" + "a".repeat(many) + "\":1}",
                "{\"drilldown\":\"" + "year,".repeat(many) + "\"}",
                "{\"drilldown\":[" + "\"year\",".repeat(many) + "\"year\"]}",
                "{\"cut\":\"" + "sdg:5|".repeat(many) + "\"}",
                "{\"cut\":\"sdg:" + "5;".repeat(many) + "\"}",
                "{\"cut\":\"sdg:" + "x".repeat(many) + "\"}",
                "{\"cut\":[{\"dimension\":\"sdg\",\"members\":[" + "5,".repeat(many) + "5]}]}",
                "{\"measures\":\"" + "amount,".repeat(many) + "\"}",
                "{\"having\":\"" + "amount:ge:1|".repeat(many) + "\"}");
    }

    @ParameterizedTest
    @MethodSource("enormous")
    void refusesWhatIsTooLongInAFewWords(String body) {
        Map<String, Object> problem = Asked.jsonRefusal(body);
        assertEquals(400, problem.get("status"));
        assertFalse(problem.toString().length() > 2_000, problem.toString());
    }

    @Test
    void refusesTextThatIsNotUtf8() {
        byte[] latin1 = "{\"drilldown\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1);
        Problem problem = assertThrows(Problem.class, () -> JsonQuestion.read(latin1, ParameterNames.OF_A_QUESTION));
        assertEquals("/problems/test/malformed-body", Asked.document(problem).get("type"));
    }
}
