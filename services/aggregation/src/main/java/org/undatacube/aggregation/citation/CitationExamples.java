package org.undatacube.aggregation.citation;

/** Citations as the OpenAPI document shows them. */
final class CitationExamples {
    static final String ID = "7ZQ4M2K9XA";

    static final String QUESTION = """
            {"cube": "expense", "drilldown": ["sdg.goal", "year"], "cut": "entity:UNDP;WFP"}""";

    static final String ADDRESS = """
            {"href": "/api/v1/cubes/expense/aggregate?drilldown=sdg.goal&cut=year:2024"}""";

    static final String BIBTEX = """
            @misc{undatacube-7ZQ4M2K9XA,
              author = {{UN data cube}},
              title = {{Expenses of the UN system by SDG goal, year:2024}},
              year = {2026},
              month = jan,
              edition = {1},
              howpublished = {Data set},
              url = {https://data.example.org/api/v1/citations/7ZQ4M2K9XA},
              urldate = {2026-02-01},
              note = {SHA-256 of the answer: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08}
            }
            """;

    static final String CHANGED = """
            {
              "type": "/problems/aggregation/cited-answer-changed",
              "title": "Cited answer cannot be given again",
              "status": 409,
              "detail": "Edition 1 is here, but what is answered to the question is not what was cited from version 0.1.0 of this service.",
              "instance": "/api/v1/citations/7ZQ4M2K9XA/data",
              "citedHash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
              "presentHash": "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752",
              "citedEdition": {"edition": 1, "publishedAt": "2026-01-15T09:00:00Z"},
              "presentEdition": {"edition": 1, "publishedAt": "2026-01-15T09:00:00Z"},
              "kept": false
            }""";

    private CitationExamples() {}
}
