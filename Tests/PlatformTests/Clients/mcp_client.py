"""A client of mcp 2.x. `mcp_client.py URL auto|legacy`: lists, calls, reads an error, survives an unknown tool."""
import asyncio
import sys

from mcp.client.client import Client
from mcp.shared.exceptions import MCPError

VERSIONS = {"auto": "2026-07-28", "legacy": "2025-11-25"}


async def main(url, mode):
    async with Client(url, mode=mode) as client:
        assert client.protocol_version == VERSIONS[mode], client.protocol_version
        assert "getBusinessName" in client.instructions
        tools = (await client.list_tools()).tools
        assert len(tools) == 10, [tool.name for tool in tools]
        assert tools[0].name == "getBusinessName"
        good = await client.call_tool("getAgents", {"appointmentTypeId": "course"})
        assert not good.is_error and '"Clara Nowak"' in good.content[0].text, good
        slots = await client.call_tool(
            "getSlots", {"appointmentTypeId": "massage", "productId": "massage-30", "days": 7})
        assert slots.content[0].text.count('"slotId"') == 6, slots
        bad = await client.call_tool("getAgents", {"appointmentTypeId": "any"})
        assert bad.is_error and '"unknown_appointment_type"' in bad.content[0].text, bad
        try:
            unknown = await client.call_tool("getWeather", {})
            assert unknown.is_error, unknown
        except MCPError as error:
            assert "getWeather" in str(error), error
        again = await client.call_tool("getBusinessName", {})
        assert '"timezone":"Europe/Berlin"' in again.content[0].text, again


asyncio.run(main(sys.argv[1], sys.argv[2]))
