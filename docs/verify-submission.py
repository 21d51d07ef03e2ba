#!/usr/bin/env python3
"""Computes a submission's content hash from what the API shows, and compares; see how-to-verify.md.

Usage: verify-submission.py GATEWAY SUBMISSION     (what is not published needs an API key in DATACUBE_KEY)
"""
import csv
import hashlib
import io
import json
import os
import sys
import urllib.request

HEADER = ["entity", "year", "flow", "controlTotal", "replaces", "source"]
LINE = ["line", "entity", "function", "location", "instrument", "sdg", "contributor", "gem",
        "amount", "currency", "amountUsd", "basis", "lineId", "note",
        "splitLine", "splitAmount", "splitPercent"]


def get(path, media_type):
    request = urllib.request.Request(sys.argv[1] + path, headers={"Accept": media_type})
    if "DATACUBE_KEY" in os.environ:
        request.add_header("Authorization", "Bearer " + os.environ["DATACUBE_KEY"])
    return urllib.request.urlopen(request)


def text(cell):
    """A cell as it was submitted: text that a spreadsheet would take for a formula has an apostrophe before it."""
    return cell[1:] if cell.startswith("'") else cell


def canonical(members):
    return (json.dumps(members, sort_keys=True, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


path = "/api/v1/submissions/" + sys.argv[2]
submission = json.load(get(path, "application/json"))
header = {name: submission[name] for name in HEADER if submission.get(name) is not None}
ordered = hashlib.sha256(canonical({"form": "undatacube-submission-1", **header}))

lines = csv.DictReader(io.TextIOWrapper(get(path + "/lines", "text/csv"), encoding="utf-8", newline=""))
row = next(lines, None)
for part in submission["breakdowns"]:
    ordered.update(canonical({name: part[name] for name in ("dimensions", "lines", "total")}))
    # the export has the breakdowns in the same order
    while row is not None and row["breakdown"] == str(part["id"]):
        ordered.update(canonical({name: text(row[name]) for name in LINE if row[name]}))
        row = next(lines, None)

computed = ordered.hexdigest()
print("computed:", computed)
print("certified:", submission["contentHash"])
sys.exit(0 if row is None and computed == submission["contentHash"] else 1)
