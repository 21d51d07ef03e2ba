#!/usr/bin/env python3
"""Expenses by goal of two years, with the coverage of the answers; see guide-analyst.md. Standard library alone."""
import csv
import io
import json
import os
from decimal import Decimal
from urllib.parse import urlencode
from urllib.request import urlopen

ADDRESS = os.environ.get("DATACUBE", "http://127.0.0.1:8080")


def get(cube, **question):
    return urlopen(f"{ADDRESS}/api/v1/cubes/{cube}/aggregate?" + urlencode(question))


def rows(cube, **question):
    """The cells as CSV has them, every field a text."""
    with get(cube, **question, format="csv") as answer:
        return list(csv.DictReader(io.TextIOWrapper(answer, encoding="utf-8", newline="")))


def coverage(cube, **question):
    """What the answer covers, with the entities' years that it does not, why, and how much these reported."""
    with get(cube, **question, gaps="true") as answer:
        return json.load(answer)["coverage"]


question = {"drilldown": "sdg.goal", "cut": "year:2022"}
# never float: Decimal adds every digit
total = sum(Decimal(row["amount"]) for row in rows("expense", **question))
covered = coverage("expense", **question)
print(f"2022 by goal: {total} USD of {covered['amountReported']} that were reported")

gaps = covered["gaps"]
print(f"{len(gaps)} entities gave no goals, and reported {sum(Decimal(gap['amountReported']) for gap in gaps)}:")
for gap in gaps[:2]:
    print(f"  {gap['entity']}: {gap['amountReported']}, {gap['reason']}")

# so years are compared for the entities that both of them cover
others = ";".join(gap["entity"] for gap in gaps)
for year in (2022, 2024):
    goal = rows("expense", drilldown="sdg.goal", cut=f"year:{year}|!entity:{others}|sdg:13")
    print(f"climate action in {year}, the same entities: {goal[0]['amount']}")
