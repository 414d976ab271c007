"""The client of openai-agents. `agents_client.py URL`: what an agent of the SDK is given, and what its calls bring."""
import asyncio
import sys

from agents.mcp import MCPServerStreamableHttp


async def main(url):
    async with MCPServerStreamableHttp(params={"url": url}, cache_tools_list=True) as server:
        tools = await server.list_tools()
        assert len(tools) == 10, [tool.name for tool in tools]
        good = await server.call_tool("getAgents", {"appointmentTypeId": "course"})
        assert '"Clara Nowak"' in good.content[0].text, good
        bad = await server.call_tool("getAgents", {"appointmentTypeId": "any"})
        is_error = getattr(bad, "isError", None) or getattr(bad, "is_error", None)
        assert is_error and '"unknown_appointment_type"' in bad.content[0].text, bad
        try:
            unknown = await server.call_tool("getWeather", {})
            assert getattr(unknown, "isError", None) or getattr(unknown, "is_error", None), unknown
        except Exception as error:
            assert "getWeather" in str(error), error
        again = await server.call_tool("getBusinessName", {})
        assert '"timezone":"Europe/Berlin"' in again.content[0].text, again


asyncio.run(main(sys.argv[1]))
