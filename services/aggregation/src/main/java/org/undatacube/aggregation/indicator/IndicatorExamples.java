package org.undatacube.aggregation.indicator;

/** Answers as the OpenAPI document shows them: those of the sample that is shipped. */
final class IndicatorExamples {
    static final String LIST = """
            [
              {
                "id": "core-share",
                "title": "Core share of voluntary funding",
                "definition": "How much of what contributors gave voluntarily was not earmarked.",
                "formula": "core (R02) / (core (R02) + non-core (R03))",
                "unit": "ratio",
                "uncovered": "left-out",
                "source": "Funding Compact of 2019 (A/74/73/Add.1-E/2019/4/Add.1) …",
                "proxy": {
                  "official": "Core share of voluntary funding for development-related activities",
                  "why": "Revenue is not reported by function …"
                },
                "numerator": {
                  "cube": "revenue",
                  "question": {
                    "drilldown": "year",
                    "cut": "instrument:R02",
                    "measures": "amount",
                    "order": "year",
                    "offset": 0
                  },
                  "href": "/api/v1/cubes/revenue/aggregate?drilldown=year&cut=instrument:R02&measures=amount&order=year"
                },
                "denominator": {
                  "cube": "revenue",
                  "question": {
                    "drilldown": "year",
                    "cut": "instrument:R02;R03",
                    "measures": "amount",
                    "order": "year",
                    "offset": 0
                  },
                  "href": "/api/v1/cubes/revenue/aggregate?drilldown=year&cut=instrument:R02;R03&measures=amount&order=year"
                },
                "href": "/api/v1/indicators/core-share"
              }
            ]""";

    static final String FIGURES = """
            {
              "id": "core-share",
              "title": "Core share of voluntary funding",
              "definition": "How much of what contributors gave voluntarily was not earmarked.",
              "formula": "core (R02) / (core (R02) + non-core (R03))",
              "unit": "ratio",
              "uncovered": "left-out",
              "source": "Funding Compact of 2019 (A/74/73/Add.1-E/2019/4/Add.1) …",
              "proxy": {
                "official": "Core share of voluntary funding for development-related activities",
                "why": "Revenue is not reported by function …"
              },
              "edition": 1,
              "publishedAt": "2026-01-15T09:00:00Z",
              "by": ["year"],
              "numerator": {
                "cube": "revenue",
                "question": {
                  "drilldown": "year",
                  "cut": "instrument:R02|year:2024",
                  "measures": "amount",
                  "order": "year",
                  "offset": 0
                },
                "href": "/api/v1/cubes/revenue/aggregate?drilldown=year&cut=instrument:R02%7Cyear:2024&measures=amount&order=year"
              },
              "denominator": {
                "cube": "revenue",
                "question": {
                  "drilldown": "year",
                  "cut": "instrument:R02;R03|year:2024",
                  "measures": "amount",
                  "order": "year",
                  "offset": 0
                },
                "href": "/api/v1/cubes/revenue/aggregate?drilldown=year&cut=instrument:R02;R03%7Cyear:2024&measures=amount&order=year"
              },
              "values": [
                {
                  "year": 2024,
                  "numerator": "5343530918.76",
                  "denominator": "46751987649.99",
                  "value": "0.114295267",
                  "coverage": {
                    "entityYearsReporting": 48,
                    "entityYearsCovered": 48,
                    "amountReported": "68306524088.12",
                    "amountCovered": "68306524088.12"
                  }
                }
              ],
              "coverage": {
                "entityYearsReporting": 48,
                "entityYearsCovered": 48,
                "amountReported": "68306524088.12",
                "amountCovered": "68306524088.12"
              },
              "missing": [],
              "notes": []
            }""";

    static final String CSV = """
            year,numerator,denominator,value,entityYearsReporting,entityYearsCovered,amountReported,amountCovered
            2024,5343530918.76,46751987649.99,0.114295267,48,48,68306524088.12,68306524121.12
            """;

    static final String PROBLEM = """
            {
              "type": "/problems/aggregation/invalid-parameter",
              "title": "Invalid parameter",
              "status": 400,
              "detail": "The list of entities has no code \\"UNPD\\". Did you mean UNDP?",
              "instance": "/api/v1/indicators/core-share",
              "parameter": "entity",
              "value": "UNPD",
              "expected": "a code of the list entities",
              "place": 5,
              "nearest": ["UNDP"]
            }""";

    private IndicatorExamples() {}
}
