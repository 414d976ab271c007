"""The replies of the doors against the models of the platforms' SDKs: `envelopes.py vapi < reply.json`."""
import json
import sys

reply = json.load(sys.stdin)
if sys.argv[1] == "vapi":
    from vapi.types.server_message_response_tool_calls import ServerMessageResponseToolCalls

    model = ServerMessageResponseToolCalls.model_validate(reply)
    assert model.results and len(model.results) == len(reply["results"])
    for result in model.results:
        assert result.name and result.tool_call_id
        assert (result.result is None) != (result.error is None), result
        assert "\n" not in (result.result or result.error)
