"""The doors' envelopes, by the models of the platforms' SDKs. `envelopes.py vapi-message` and `retell-call` print what their
platform would send; `envelopes.py vapi-results < reply.json` reads what Vapi would read."""
import json
import sys

ARGUMENTS = [{"appointmentTypeId": "course"}, {"appointmentTypeId": "any"}]


def vapi_message():
    from vapi.types.server_message_tool_calls import ServerMessageToolCalls
    from vapi.types.tool_call import ToolCall
    from vapi.types.tool_call_function import ToolCallFunction

    calls = [
        ToolCall(id=f"call_{index}", type="function",
                 function=ToolCallFunction(name="getAgents", arguments=json.dumps(arguments)))
        for index, arguments in enumerate(ARGUMENTS)
    ]
    message = ServerMessageToolCalls(
        type="tool-calls", toolWithToolCallList=[], toolCallList=calls, timestamp=1793595600000)
    print(json.dumps({"message": json.loads(message.json(by_alias=True))}))


def retell_call():
    from retell.types.phone_call_response import PhoneCallResponse

    call = PhoneCallResponse(
        agent_id="a", agent_version=1, call_id="c", call_status="ongoing", call_type="phone_call", direction="inbound",
        from_number="+4915112345678", to_number="+493511234567", transcript="User: Hello.")
    PhoneCallResponse.model_validate(call.model_dump(exclude_unset=True))
    print(json.dumps({"name": "getAgents", "args": ARGUMENTS[0], "call": call.model_dump(exclude_unset=True)}))


def vapi_results():
    from vapi.types.server_message_response_tool_calls import ServerMessageResponseToolCalls

    reply = json.load(sys.stdin)
    model = ServerMessageResponseToolCalls.model_validate(reply)
    assert model.results and len(model.results) == len(reply["results"]) == len(ARGUMENTS), reply
    for index, result in enumerate(model.results):
        assert not result.model_extra, result.model_extra
        assert result.name == "getAgents" and result.tool_call_id == f"call_{index}", result
        assert "\n" not in (result.result or result.error)
    assert "Clara Nowak" in model.results[0].result and model.results[0].error is None
    assert "unknown_appointment_type" in model.results[1].error and model.results[1].result is None


globals()[sys.argv[1].replace("-", "_")]()
