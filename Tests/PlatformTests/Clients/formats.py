"""Tool definitions against the models of the platforms' own SDKs. `formats.py FORMAT < tools.json`."""
import json
import re
import sys

import pydantic

tools = json.load(sys.stdin)
kind = sys.argv[1]
assert len(tools) == 10, len(tools)


def no_extras(model, path=""):
    """Fails where a model took a member that it does not know."""
    if isinstance(model, pydantic.BaseModel):
        assert not model.model_extra, (path, model.model_extra)
        for name in type(model).model_fields:
            no_extras(getattr(model, name), f"{path}.{name}")
    elif isinstance(model, dict):
        for name, value in model.items():
            no_extras(value, f"{path}.{name}")
    elif isinstance(model, (list, tuple)):
        for value in model:
            no_extras(value, path)


def check(type_, value):
    model = type_.model_validate(value)
    no_extras(model)
    return model


def same(taken, sent):
    """Whether a typed dictionary took all that was sent: it drops what it does not know."""
    if isinstance(sent, dict):
        return isinstance(taken, dict) and taken.keys() == sent.keys() and all(same(taken[key], sent[key]) for key in sent)
    if isinstance(sent, list):
        taken = list(taken)
        return len(taken) == len(sent) and all(map(same, taken, sent))
    return taken == sent


def typed(type_, value):
    assert same(pydantic.TypeAdapter(type_).validate_python(value), value), value


def schema_of(tool):
    import jsonschema

    jsonschema.Draft202012Validator.check_schema(tool)
    return tool


def mcp(tool):
    from mcp.types import Tool

    checked = check(Tool, tool)
    schema_of(checked.model_dump(by_alias=True, exclude_none=True).get("inputSchema"))
    return tool["name"], 64


def openai(tool):
    import copy

    from agents.strict_schema import ensure_strict_json_schema
    from openai.types.responses import FunctionToolParam

    typed(FunctionToolParam, tool)
    schema = schema_of(tool["parameters"])
    assert ensure_strict_json_schema(copy.deepcopy(schema)) == schema, "the strict schema is not strict"
    return tool["name"], 64


def vapi(tool):
    from vapi.types.create_api_request_tool_dto import CreateApiRequestToolDto

    type_ = tool.pop("type")
    assert type_ == "apiRequest"
    check(CreateApiRequestToolDto, tool)
    schema_of(tool["body"])
    return tool["name"], 40


def vapi_function(tool):
    from vapi.types.create_function_tool_dto import CreateFunctionToolDto

    assert tool.pop("type") == "function"
    check(CreateFunctionToolDto, tool)
    schema_of(tool["function"]["parameters"])
    return tool["function"]["name"], 64


def retell(tool):
    from retell.types.llm_create_params import GeneralToolCustomTool

    typed(GeneralToolCustomTool, tool)
    schema_of(tool["parameters"])
    return tool["name"], 64


def elevenlabs(tool):
    from elevenlabs.types.webhook_tool_config_input import WebhookToolConfigInput

    assert tool.pop("type") == "webhook"
    check(WebhookToolConfigInput, tool)
    for name, value in tool["api_schema"]["request_body_schema"]["properties"].items():
        sources = [key for key in ("description", "constant_value", "dynamic_variable") if key in value]
        assert len(sources) == 1, (name, sources)
    return tool["name"], 64


def telnyx(tool):
    from telnyx.types.ai.inference_embedding_webhook_tool_params_param import (
        InferenceEmbeddingWebhookToolParamsParam,
    )

    typed(InferenceEmbeddingWebhookToolParamsParam, tool)
    schema_of(tool["webhook"]["body_parameters"])
    return tool["webhook"]["name"], 64


# Words that Bland keeps for itself, and the longest names of each platform.
reserved = "input speak transfer switch wait finish press button say pause record play dial hang".split()
for tool in tools:
    name, longest = globals()[kind.replace("-", "_")](tool)
    assert re.fullmatch(r"[a-zA-Z0-9_-]+", name) and len(name) <= longest and name not in reserved, name
