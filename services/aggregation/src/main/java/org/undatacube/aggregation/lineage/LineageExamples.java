package org.undatacube.aggregation.lineage;

/** Answers as the API document shows them. */
final class LineageExamples {
    static final String LINEAGE = """
            {"cube": "expense",
             "edition": 2,
             "publishedAt": "2025-07-01T12:00:00Z",
             "question": {"drilldown": "sdg.goal,year", "cut": "", "measures": "amount", "offset": 0},
             "cell": {"sdg.goal": {"code": "5", "label": "Gender equality"}, "year": 2024, "amount": "42.00", "lines": 1},
             "submissions": [{"submission": "0190163d-8694-739b-aea5-966c26f8ad91",
                              "entity": "UNDP",
                              "year": 2024,
                              "breakdown": 8,
                              "dimensions": ["function", "location", "sdg"],
                              "lines": 1,
                              "amount": "42.00",
                              "contentHash": "4e07408562bedb8b60ce05c1decfe3ad16b72230967de01f640b7e4729b49fce",
                              "href": "/api/v1/submissions/0190163d-8694-739b-aea5-966c26f8ad91"}],
             "lines": [{"submission": "0190163d-8694-739b-aea5-966c26f8ad91",
                        "breakdown": 8,
                        "line": 1,
                        "codes": {"entity": "UNDP", "function": "E01", "location": "ML", "sdg": "5.1"},
                        "amount": "42.00"}],
             "notes": []}""";

    static final String CSV = """
            submission,breakdown,line,entity,function,location,instrument,sdg,contributor,gem,amount
            0190163d-8694-739b-aea5-966c26f8ad91,8,1,UNDP,E01,ML,,5.1,,,42.00
            """;

    static final String FED_CELLS = """
            {"cube": "expense",
             "edition": 2,
             "publishedAt": "2025-07-01T12:00:00Z",
             "question": {"drilldown": "year", "cut": "", "measures": "amount", "offset": 0},
             "submission": {"submission": "0190163d-8694-739b-aea5-966c26f8ad91",
                            "entity": "UNDP",
                            "year": 2024,
                            "contentHash": "4e07408562bedb8b60ce05c1decfe3ad16b72230967de01f640b7e4729b49fce",
                            "href": "/api/v1/submissions/0190163d-8694-739b-aea5-966c26f8ad91",
                            "status": "stands",
                            "publishedIn": 2,
                            "standsUntil": null,
                            "supersededBy": null},
             "cells": [{"year": 2024,
                        "submission": {"amount": "42.00", "lines": 1},
                        "cell": {"amount": "57.00", "lines": 3}}],
             "cellCount": 1,
             "total": {"amount": "42.00", "lines": 1},
             "notes": []}""";

    private LineageExamples() {}
}
