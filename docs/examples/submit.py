#!/usr/bin/env python3
"""Submits a table of lines (CSV or XLSX) and certifies what was submitted; see guide-agency.md. Standard library alone.

Usage: submit.py submit FILE ENTITY YEAR FLOW CONTROL_TOTAL     with the preparer's key in DATACUBE_KEY
       submit.py certify SUBMISSION CONTROL_TOTAL               with the certifier's
The suite is at DATACUBE (http://127.0.0.1:8080). A run that was broken off is gone on with by starting it again.
"""
import hashlib
import http.client
import json
import os
import sys
import time
import urllib.error
import urllib.request
import uuid
from collections import namedtuple
from decimal import Decimal
from pathlib import Path
from urllib.parse import urlencode

ADDRESS = os.environ.get("DATACUBE", "http://127.0.0.1:8080")
API = "/api/v1"
PIECE_BYTES = 8 * 1024 * 1024
ATTEMPTS = 8
LATER = {408, 429, 500, 502, 503, 504}
TYPES = {".csv": "text/csv", ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}

Answer = namedtuple("Answer", "status headers body")


def send(method, path, body=None, **headers):
    """One request. Where no answer comes, an OSError or an HTTPException."""
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    request = urllib.request.Request(
        ADDRESS + path, body, {"Authorization": "Bearer " + os.environ["DATACUBE_KEY"], **names}, method=method)
    try:
        with urllib.request.urlopen(request, timeout=300) as response:
            return Answer(response.status, response.headers, response.read())
    except urllib.error.HTTPError as refusal:
        with refusal:
            return Answer(refusal.code, refusal.headers, refusal.read())


def must_wait(answer):
    return answer.status in LATER or (answer.status == 409 and b"/idempotency-conflict" in answer.body)


def patiently(method, path, body=None, **headers):
    """Sends it again until it is answered. Only for what may arrive twice: reads, and what has an Idempotency-Key."""
    for attempt in range(ATTEMPTS):
        pause = 2 ** attempt
        try:
            answer = send(method, path, body, **headers)
            if not must_wait(answer):
                return answer
            pause = int(answer.headers.get("Retry-After", pause))
        except (OSError, http.client.HTTPException) as failure:
            print("no answer:", failure, file=sys.stderr)
        time.sleep(pause)
    sys.exit(f"{ADDRESS} does not answer {method} {path}; start again later")


def require(answer, *wanted):
    if answer.status not in wanted:
        sys.exit(f"{answer.status}: {answer.body.decode()}")
    return answer


class Upload:
    """A file on its way. What is known of it stands beside it, so that the next run goes on where this one ends."""

    def __init__(self, file):
        self.content = file.read_bytes()
        self.media_type = TYPES[file.suffix]
        self.notes = Path(f"{file}.upload")
        digest = hashlib.sha256(self.content).hexdigest()
        known = json.loads(self.notes.read_text()) if self.notes.exists() else {}
        if known.get("digest") != digest or self.position(known["id"]) is None:
            known = {"digest": digest, "key": str(uuid.uuid4())}
            begun = patiently("POST", f"{API}/uploads", Content_Type=self.media_type, Upload_Complete="?0",
                              Idempotency_Key=known["key"] + "-upload")
            known["id"] = json.loads(require(begun, 201).body)["id"]
            self.notes.write_text(json.dumps(known))
        self.id, self.key = known["id"], known["key"]

    @staticmethod
    def position(upload):
        """How many bytes are safe, and whether that is all; None where the upload is gone."""
        answer = patiently("HEAD", f"{API}/uploads/{upload}")
        if answer.status == 404:
            return None
        require(answer, 200, 204)
        return int(answer.headers["Upload-Offset"]), answer.headers["Upload-Complete"] == "?1"

    def finish(self):
        offset, complete = self.position(self.id)
        print(f"{len(self.content)} bytes to upload, from byte {offset}")
        while not complete:
            piece = self.content[offset:offset + PIECE_BYTES]
            is_last = offset + len(piece) == len(self.content)
            # may it fail: the position says what arrived
            patiently("PATCH", f"{API}/uploads/{self.id}", piece, Content_Type="application/partial-upload",
                      Upload_Offset=str(offset), Upload_Complete="?1" if is_last else "?0")
            before, (offset, complete) = offset, self.position(self.id)
            if offset == before and not complete:
                sys.exit(f"the upload does not get beyond byte {offset}")


def submit(file, entity, year, flow, control_total):
    upload = Upload(Path(file))
    upload.finish()
    question = urlencode({"upload": upload.id, "entity": entity, "year": year, "flow": flow,
                          "controlTotal": control_total})
    answer = result_of(patiently("POST", f"{API}/submissions?{question}", Idempotency_Key=upload.key))
    if answer.status == 422:
        show_findings(json.loads(answer.body)["report"])
        sys.exit("refused, nothing is stored: mend the file and start again")
    submission = json.loads(require(answer, 201).body)
    upload.notes.unlink()
    show_findings(submission["findingsHref"])
    print(f"{submission['status']}: {entity} {year} {flow}, {submission['controlTotal']} USD")
    print(submission["id"])


def result_of(answer):
    """Large files are judged while nobody waits: then the answer is a job, which has the result in the end."""
    if answer.status != 202:
        return answer
    job = answer.headers["Location"]
    while True:
        state = json.loads(require(patiently("GET", job), 200).body)
        if "resultHref" in state:
            return patiently("GET", state["resultHref"])
        if state["state"] not in ("queued", "running"):
            sys.exit(f"the job ended: {state}")
        print(f"{state['rowsRead']} rows read", file=sys.stderr)
        time.sleep(1)


def show_findings(address):
    while address:
        page = json.loads(require(patiently("GET", address), 200).body)
        for each in page["findings"]:
            place = ", ".join(f"{name} {each[name]}" for name in ("row", "field", "value") if name in each)
            print(f"{each['severity']} {each['rule']}: {place}: {each['message']} Right: {each['expected']}")
        address = page.get("next") and f"{address.split('?')[0]}?cursor={page['next']}"


def certify(submission, control_total):
    path = f"{API}/submissions/{submission}"
    answer = require(patiently("GET", path), 200)
    seen = json.loads(answer.body)
    show_findings(seen["findingsHref"])
    if Decimal(seen["controlTotal"]) != Decimal(control_total):
        sys.exit(f"the submission says {seen['controlTotal']}, not {control_total}")
    # the tag holds this person to what was just seen: where it was changed meanwhile the answer is 412
    certified = patiently("POST", f"{path}/certification", If_Match=answer.headers["ETag"],
                          Idempotency_Key=f"certify-{submission}-{seen['version']}")
    seen = json.loads(require(certified, 200).body)
    print(f"{seen['status']}: content hash {seen['contentHash']}")


if __name__ == "__main__":
    command, *arguments = sys.argv[1:] or [""]
    if command not in ("submit", "certify"):
        sys.exit(__doc__)
    {"submit": submit, "certify": certify}[command](*arguments)
