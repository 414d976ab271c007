"""Requests that schemathesis makes of the OpenAPI document, to the program as CGI starts it. `generated.py DOCUMENT PROGRAM
ROOT PATH`: at most 500 of them, from a fixed seed, half as the document says and half not; none is a 5xx, and each reply is as
the document says."""
import json
import os
import re
import subprocess
import sys

import hypothesis
import jsonschema
import schemathesis
from schemathesis.generation import GenerationMode

document = json.load(open(sys.argv[1]))
program, root, path = sys.argv[2:5]
schema = schemathesis.openapi.from_dict(document)
calls = {"good": 0, "refused": 0, "failed": 0}


def validator(part, type_):
    return jsonschema.Draft202012Validator(
        {"components": document["components"], **part["content"][type_]["schema"]})


def ask(action, body):
    environment = {
        "GATEWAY_INTERFACE": "CGI/1.1", "REQUEST_METHOD": "POST", "CONTENT_LENGTH": str(len(body)),
        "PATH_INFO": f"{path}{action}", "VOICEBOT_ROOT": root, "VOICEBOT_NOW": "2026-09-14T08:00:00+02:00",
    }
    run = subprocess.run([program], input=body, env=environment, capture_output=True, timeout=20)
    head, _, reply = run.stdout.partition(b"\r\n\r\n")
    return int(re.match(rb"Status: (\d+)", head)[1]), reply


for result in schema.get_all_operations():
    operation = result.ok()
    responses = document["paths"][operation.path]["post"]["responses"]
    good = validator(responses["200"], "application/json")
    problem = validator(responses["default"], "application/problem+json")
    for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE):

        @hypothesis.seed(20260914)
        @hypothesis.settings(
            max_examples=19, deadline=None, database=None, phases=[hypothesis.Phase.generate],
            suppress_health_check=list(hypothesis.HealthCheck))
        @hypothesis.given(case=operation.as_strategy(generation_mode=mode))
        def check(case):
            if sum(calls.values()) >= 500:
                return
            body = case.body
            sent = body if isinstance(body, bytes) else json.dumps(body).encode() if body is not None else b""
            status, reply = ask(operation.path, sent)
            assert status < 500, (operation.path, sent, reply)
            calls["good" if status == 200 else "refused"] += 1
            try:
                (good if status == 200 else problem).validate(json.loads(reply))
            except jsonschema.ValidationError as error:
                raise AssertionError((operation.path, sent, reply, error.message))

        check()

assert 200 <= sum(calls.values()) <= 500 and calls["good"] > 0 and calls["refused"] > 0, calls
print(calls)
