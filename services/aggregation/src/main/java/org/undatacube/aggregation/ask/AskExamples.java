package org.undatacube.aggregation.ask;

import org.undatacube.http.openapi.CompleteDocument;

/** Answers as the OpenAPI document shows them. */
final class AskExamples {
    static final String ANSWER = """
            {
              "cube": "expense",
              "edition": 1,
              "publishedAt": "2026-01-15T09:00:00Z",
              "question": {
                "drilldown": "sdg.goal,year",
                "cut": "entity:UNDP;WFP|year:2022..2024",
                "measures": "amount,lines",
                "order": "-amount,sdg.goal,year",
                "limit": 1,
                "offset": 0
              },
              "cells": [
                {
                  "sdg.goal": {"code": "2", "label": "Zero hunger"},
                  "year": 2022,
                  "amount": "1200.10",
                  "lines": 3
                }
              ],
              "cellCount": 18,
              "total": {"amount": "5300.123456789", "lines": 21},
              "coverage": {
                "entitiesReporting": 2,
                "entitiesCovered": 1,
                "entityYearsReporting": 6,
                "entityYearsCovered": 3,
                "amountReported": "9400.00",
                "amountCovered": "5300.123456789",
                "amountUnattributed": "4099.876543211"
              },
              "notes": []
            }""";

    static final String CSV = """
            sdg.goal,sdg.goal.label,year,amount,lines
            2,Zero hunger,2022,1200.10,3
            """;

    static final String NDJSON = CompleteDocument.LINES + """
            {"sdg.goal":{"code":"2","label":"Zero hunger"},"year":2022,"amount":"1200.10","lines":3}
            """;

    static final String COLUMNAR = """
            {
              "cube": "expense",
              "edition": 2,
              "rowCount": 1,
              "columns": [
                {"name": "sdg.goal", "type": "code", "texts": ["2"], "rows": [0]},
                {"name": "sdg.goal.label", "type": "label", "texts": ["Zero hunger"], "rows": [0]},
                {"name": "year", "type": "year", "values": [2022]},
                {"name": "amount", "type": "usd", "values": ["1200.10"]},
                {"name": "lines", "type": "count", "values": [3]}
              ],
              "total": {"amount": "1200.10", "lines": 3}
            }""";

    static final String PROBLEM = """
            {
              "type": "/problems/aggregation/invalid-parameter",
              "title": "Invalid parameter",
              "status": 400,
              "detail": "sdg has no level gaol; it has goal, target. Did you mean sdg.goal?",
              "instance": "/api/v1/cubes/expense/aggregate",
              "parameter": "drilldown",
              "value": "sdg.gaol",
              "expected": ["sdg.goal", "sdg.target"],
              "place": 1,
              "nearest": ["sdg.goal"]
            }""";

    static final String QUESTION = """
            {
              "drilldown": ["sdg.goal", "year"],
              "cut": [
                {"dimension": "location", "hierarchy": "groups", "members": ["LDC"]},
                {"dimension": "entity", "members": ["UNDP", "WFP"], "not": true},
                "year:2022..2024"
              ],
              "measures": "amount,lines",
              "order": "-amount",
              "limit": 20
            }""";

    static final String BODY_PROBLEM = """
            {
              "type": "/problems/aggregation/invalid-parameter",
              "title": "Invalid parameter",
              "status": 400,
              "detail": "The list of entities has no code \\"UNPD\\". Did you mean UNDP?",
              "instance": "/api/v1/cubes/expense/aggregate",
              "parameter": "cut",
              "value": "UNPD",
              "expected": "a code of the list entities",
              "pointer": "/cut/1/members/0",
              "place": 1,
              "nearest": ["UNDP"]
            }""";

    private AskExamples() {}
}
