"""A client that keeps connections for the next request (aiohttp). `pooling_client.py URL`: eight of eight are answered."""
import asyncio
import sys

import aiohttp


async def main(url):
    async with aiohttp.ClientSession() as session:
        for number in range(8):
            async with session.post(url, json={"action": "getAgents", "appointmentTypeId": "course"}) as reply:
                assert reply.status == 200, (number, reply.status)
                agents = await reply.json()
                assert agents[0]["name"] == "Clara Nowak", agents


asyncio.run(main(sys.argv[1]))
