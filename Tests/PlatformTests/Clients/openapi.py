"""The OpenAPI document. `openapi.py DOCUMENT PAIRS`: it is valid; requests that were answered, and all replies, validate
against it; the same with one thing made wrong do not. PAIRS has a JSON array a line: action, members, status, reply."""
import copy
import json
import sys

import jsonschema
from openapi_spec_validator import validate

document = json.load(open(sys.argv[1]))
validate(document)
pairs = [json.loads(line) for line in open(sys.argv[2])]
assert len(pairs) > 300, len(pairs)


def validator(schema):
    whole = {"components": document["components"], **schema}
    return jsonschema.Draft202012Validator(whole)


def content(part, type_):
    return validator(part["content"][type_]["schema"])


requests, replies, problems = {}, {}, None
for path, item in document["paths"].items():
    operation = item["post"]
    requests[path[1:]] = content(operation["requestBody"], "application/json")
    replies[path[1:]] = content(operation["responses"]["200"], "application/json")
    problems = content(operation["responses"]["default"], "application/problem+json")


def absent(value):
    """What counts as absent in a request (contract, section 1)."""
    if isinstance(value, dict):
        return all(absent(member) for member in value.values())
    return value is None or isinstance(value, str) and not value.strip()


def spelt_out(members, schema):
    """A request as one would be that takes no liberties: nothing absent, ids and texts as strings, whole numbers."""
    plain = {}
    for name, value in members.items():
        kind = schema.get("properties", {}).get(name, {})
        if absent(value):
            continue
        if kind.get("type") == "string" and isinstance(value, (int, float)) and not isinstance(value, bool):
            value = str(value)
        if kind.get("type") == "integer" and isinstance(value, str):
            value = int(float(value))
        if isinstance(value, dict):
            value = {
                key: member if isinstance(member, dict) else str(member)
                for key, member in value.items() if not absent(member)
            }
        plain[name] = value
    return plain


def wrong(value, schema):
    """Each way to leave out a required member, or to give a member another type."""
    for name in schema.get("required", []):
        if name in value:
            yield f"without {name}", {key: member for key, member in value.items() if key != name}
    for name in value:
        if name in schema.get("properties", {}):
            yield f"{name} in a list", {**value, name: [[7]]}


def resolved(schema):
    if "$ref" in schema:
        return document["components"]["schemas"][schema["$ref"].rsplit("/", 1)[1]]
    return schema


counts = dict(requests=0, replies=0, problems=0, mutants=0)
for action, members, status, reply in pairs:
    if isinstance(reply, dict) and "code" in reply:
        problems.validate(reply)
        counts["problems"] += 1
        for what, mutant in wrong(reply, resolved({"$ref": "#/components/schemas/Problem"})):
            assert not problems.is_valid(mutant), (action, what)
            counts["mutants"] += 1
        continue
    request = spelt_out(members, requests[action].schema)
    requests[action].validate(request)
    counts["requests"] += 1
    for what, mutant in wrong(request, requests[action].schema):
        assert not requests[action].is_valid(mutant), (action, what, mutant)
        counts["mutants"] += 1
    replies[action].validate(reply)
    counts["replies"] += 1
    schema = replies[action].schema
    elements = reply if isinstance(reply, list) else [reply]
    kind = resolved(schema["items"] if isinstance(reply, list) else schema)
    for element in elements[:1]:
        for what, mutant in wrong(copy.deepcopy(element), kind):
            assert not replies[action].is_valid([mutant] if isinstance(reply, list) else mutant), (action, what)
            counts["mutants"] += 1
for action in requests:
    assert any(pair[0] == action for pair in pairs), action
assert counts["mutants"] > 1000, counts
print(counts)
