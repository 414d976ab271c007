"""A client of mcp 1.8.1, which knows no version but 2024-11-05 over Streamable HTTP. `mcp_old_client.py URL`."""
import asyncio
import sys

from mcp import ClientSession, McpError
from mcp.client.streamable_http import streamablehttp_client


async def main(url):
    async with streamablehttp_client(url) as (reading, writing, _):
        async with ClientSession(reading, writing) as session:
            start = await session.initialize()
            assert start.protocolVersion == "2024-11-05", start.protocolVersion
            await session.send_ping()
            tools = (await session.list_tools()).tools
            assert len(tools) == 10, [tool.name for tool in tools]
            good = await session.call_tool("getAgents", {"appointmentTypeId": "course"})
            assert not good.isError and '"Clara Nowak"' in good.content[0].text, good
            bad = await session.call_tool("getAgents", {"appointmentTypeId": "any"})
            assert bad.isError and '"unknown_appointment_type"' in bad.content[0].text, bad
            try:
                await session.call_tool("getWeather", {})
                raise AssertionError("an unknown tool was called")
            except McpError as error:
                assert "getWeather" in str(error), error
            again = await session.call_tool("getBusinessName", {})
            assert '"timezone":"Europe/Berlin"' in again.content[0].text, again


asyncio.run(main(sys.argv[1]))
