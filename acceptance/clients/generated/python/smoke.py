"""Asks a running suite with the client that openapi-generator made."""

import json
import os
import re

from openapi_client import ApiClient, ApiException, CodeListsApi, Configuration, CubesApi

with ApiClient(Configuration(host=os.environ["DATACUBE"])) as client:
    answer = CubesApi(client).aggregate("expense", drilldown="sdg.goal", cut="year:2024")
    assert len(answer.cells) > 10, answer
    assert re.fullmatch(r"[0-9]+\.[0-9]{2,}", answer.total["amount"]), answer.total
    goals = CodeListsApi(client).get_code_list("sdgs", limit="5")
    assert len(goals.codes) == 5, goals
    try:
        CubesApi(client).aggregate("expense", drilldown="sdg.gaol")
        raise AssertionError("a level that there is not was answered")
    except ApiException as refused:
        problem = json.loads(refused.body)
        assert (refused.status, problem["nearest"]) == (400, ["sdg.goal"]), problem
print("asked for totals and a code list, and was told what is wrong with a question")
