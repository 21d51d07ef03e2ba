package org.undatacube.aggregation.profile;

/** Answers as the OpenAPI document shows them, shortened: of the sample that is shipped. */
final class ProfileExamples {
    static final String PROFILE = """
            {
              "kind": "entity",
              "dimension": "entity",
              "code": "UPU",
              "level": "entity",
              "labels": {"en": "Universal Postal Union", "fr": "Union postale universelle"},
              "parents": [{"code": "SPECIALIZED-AGENCY", "label": "Specialized agencies", "level": "type"}],
              "groups": [{"hierarchy": "ceb", "code": "MEMBERS", "label": "Members of the Chief Executives Board"}],
              "year": 2024,
              "edition": 1,
              "publishedAt": "2026-01-15T09:00:00Z",
              "cubes": [
                {
                  "cube": "expense",
                  "figures": {
                    "amount": "91055422.86",
                    "lines": 1,
                    "share": "0.001378812",
                    "question": {
                      "drilldown": "entity.entity",
                      "cut": "year:2024",
                      "measures": "amount,lines,share.total",
                      "order": "-amount,entity.entity",
                      "offset": 0
                    },
                    "href": "/api/v1/cubes/expense/aggregate?drilldown=entity.entity&cut=year:2024&measures=amount,lines,share.total&order=-amount,entity.entity",
                    "coverage": {
                      "entitiesReporting": 48,
                      "entitiesCovered": 48,
                      "entityYearsReporting": 48,
                      "entityYearsCovered": 48,
                      "amountReported": "66039034290.40380059",
                      "amountCovered": "66039034290.40380059",
                      "amountUnattributed": "0.00"
                    },
                    "notes": []
                  },
                  "ranks": [
                    {
                      "rank": 35,
                      "of": 48,
                      "peers": [
                        {"rank": 34, "code": "IRMCT", "label": "International Residual Mechanism for Criminal Tribunals", "amount": "95155000.00", "lines": 1, "share": "0.00144089"},
                        {"rank": 36, "code": "IMO", "label": "International Maritime Organization", "amount": "87073919.60", "lines": 1, "share": "0.001318522"}
                      ]
                    }
                  ],
                  "trend": {
                    "years": [
                      {"year": 2023, "amount": "108758261.07", "lines": 1, "change": "28181997.80", "growth": "0.349755581"},
                      {"year": 2024, "amount": "91055422.86", "lines": 1, "change": "-17702838.21", "growth": "-0.162772354"}
                    ],
                    "question": {"drilldown": "year", "cut": "entity:UPU", "measures": "amount,lines,change,growth", "order": "year", "offset": 0},
                    "href": "/api/v1/cubes/expense/aggregate?drilldown=year&cut=entity:UPU&measures=amount,lines,change,growth&order=year",
                    "coverage": {
                      "entitiesReporting": 1,
                      "entitiesCovered": 1,
                      "entityYearsReporting": 3,
                      "entityYearsCovered": 3,
                      "amountReported": "280389947.20",
                      "amountCovered": "280389947.20",
                      "amountUnattributed": "0.00"
                    },
                    "notes": []
                  },
                  "mixes": []
                }
              ],
              "gaps": [
                {
                  "cube": "expense",
                  "dimensions": ["location"],
                  "entities": ["UPU"],
                  "amountReported": "91055422.86",
                  "reason": "No published breakdown of these entities' figures of 2024 gives location.",
                  "href": "/api/v1/cubes/expense/aggregate?drilldown=location.country&cut=entity:UPU%7Cyear:2024&measures=amount,lines,share.total&top=10&others=true&order=-amount,location.country&gaps=true"
                }
              ]
            }""";

    static final String PROBLEM = """
            {
              "type": "/problems/aggregation/not-found",
              "title": "Not found",
              "status": 404,
              "detail": "The list of entities has no such code. Did you mean UNDP?",
              "instance": "/api/v1/profiles/entity/UNPD",
              "value": "UNPD",
              "expected": "a code of the list entities",
              "nearest": ["UNDP"]
            }""";

    private ProfileExamples() {}
}
