"""Whatever anybody sends: never a 5xx, never unescaped, never another business's data."""

import html
import os
import random
import re
import sys
import unittest
import urllib.parse

from program import Tree

SLOT = "gleichgewicht.massage.massage-30.anna.20261124T080000Z"
MARK = "zq7x"
# What stands for attack: markup, controls, bytes that are no UTF-8, ids of others, numbers that are none, sheer length.
VALUES = [
    f"<script>alert('{MARK}')</script>", f"\"><img src=x onerror={MARK}>", f"' onfocus='{MARK}' x='", f"</style><u>{MARK}",
    f"</title></head><body>{MARK}<p>", f"javascript:{MARK}", f"&lt;{MARK}&amp;amp;", "\x00", "\x00\x01\x1b[31m\x7f\x85\u2028\u202e\u200f",
    "a\r\nSet-Cookie: x=y", "%00%0d%0a", "\ufeff\U0001f469\u200d\U0001f467", "\ufffe\uffff", "e" + "\u0301" * 300,
    "../../../etc/passwd", "..", ".", "/", "//evil.example/", "gleichgewicht", "haarschnitt", "haarschnitt.OTHER", "OTHER",
    "haarschnitt.cut.dry.lena.20261124T080000Z", "gleichgewicht.massage.massage-30._.20261124T080000Z",
    "gleichgewicht.massage.massage-30.anna.99991231T235959Z", "gleichgewicht.massage.massage-30.anna.00010101T000000Z",
    "gleichgewicht.massage.massage-30.anna.20261124T250000Z", "gleichgewicht.course.group.anna.20261124T080000Z",
    "gleichgewicht.massage.group.clara.20261124T080000Z", "gleichgewicht.massage.massage-30.clara.20261124T080000Z",
    "....", ".....", "massage.massage-30", "massage.", ".massage-30", "massage.massage-30.x", "-1", "0", "9" * 400, "1e309",
    "0000-00-00", "0001-01-01", "9999-12-31", "99999-01-01", "2026-02-30", "2026-11-24T08:30", "24.11.2026", "next monday",
    "+99999", "-99999", "+36500", "tomorrow", "25:00", "24:00", "08:30", "8pm", "12:60", "true", "null", "{}", "[]",
    "any", "*", "_", "'; DROP TABLE bookings; --", "${7*7}{{7*7}}", "A" * 5000,
]
PARAMETERS = ["from", "day", "agent", "product", "for", "move", "slot", "start", "time", "new", "at", "booking", "block",
              "blocked", "search", "who", "history", "done", "participant.lastname", "participant.firstname",
              "participant.phone", "participant.email", "participant.dateOfBirth", "participant.insuranceNumber", "unknown"]
FIELDS = ["do", "slotId", "instead", "force", "bookingId", "slotIdOld", "slotIdNew", "blockId", "agent", "fromDay", "fromTime",
          "toDay", "toTime", "reason", "booker.firstname", "booker.lastname", "booker.phone", "booker.email", "booker.id",
          "participant.firstname", "participant.lastname", "participant.dateOfBirth", "participant.insuranceNumber",
          "participant.id", "slot", "from", "weekly", "skip"]
# Each name meets every fourth value, another fourth than the name before it; in a long run all of them.
STEP = 1 if os.environ.get("VOICEBOT_LONG") else 4


def values(place):
    return VALUES[place % STEP::STEP]


SECRETS = ("Geheimrat", "0891234567", "+49891234567", "Salon")


class Hostile(unittest.TestCase):
    def setUp(self):
        self.tree = Tree("gleichgewicht", "haarschnitt")
        self.addCleanup(self.tree.__exit__)
        self.random = random.Random(int(os.environ.get("VOICEBOT_TEST_SEED", "0")) or 20261128)

    def fill(self):
        """A booking of each business and a block; the other business's ids stand for OTHER in values."""
        page = self.tree.ask(path="/counter/haarschnitt", query="new=1&day=2026-11-25").text
        slot = re.search(r"slot=(haarschnitt\.[\w.-]+)", page).group(1)
        self.other = self.tree.book(slot.partition(".")[2], "haarschnitt", booker_firstname="Geheimrat",
                                    booker_lastname="Verborgen", booker_phone="089 1234567")
        self.own = self.tree.book()
        reply = self.tree.ask(form={"do": "block", "agent": "ben", "fromDay": "2026-11-25", "reason": "x"})
        self.blocked = re.search(r"blocked=(\w+)", reply.headers["Location"]).group(1)

    def value(self, text):
        return text.replace("OTHER", self.other)

    def check(self, reply, context):
        self.assertLess(reply.status, 500, (context, reply.text[:300], reply.errors))
        self.assertEqual((reply.exit_status, reply.errors), (0, ""), context)
        # Every header is one of the program's own, and on one line each (Reply reads them).
        self.assertLessEqual(set(reply.headers), {
            "Status", "Content-Length", "Content-Type", "Content-Security-Policy", "Cache-Control", "Content-Language",
            "X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy", "Cross-Origin-Opener-Policy",
            "Cross-Origin-Resource-Policy", "Location", "Allow", "ETag", "Last-Modified", "Content-Disposition"}, context)
        for secret in SECRETS:
            self.assertNotIn(secret, reply.text, context)
        if "Location" in reply.headers:
            self.assertRegex(reply.headers["Location"], r"^/desk/counter/gleichgewicht\?[\w.=&%-]*$", context)
        if not reply.headers.get("Content-Type", "").startswith("text/html"):
            return
        # No tag, no attribute and no rule of style but the program's own.
        text = reply.text
        self.assertNotRegex(text, r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u202e\u200f]", context)
        for tag in re.findall(r"<[^>]*>", re.sub(r"<style>.*?</style>", "", text, flags=re.S)):
            self.assertRegex(tag, r'^<(!doctype html|/?[a-z][a-z0-9]*( (?!on)[a-z-]+(="[^"<>]*")?)*)>$', context)
            self.assertNotRegex(tag, r"^<(script|img|iframe|u)\b", context)
            self.assertNotRegex(tag, r'(href|action)="(?!/desk/counter[/"]|#|tel:\+?[0-9]+")', context)
        self.assertEqual(len(re.findall(r"<(html|head|title|body|style|main)\b", text)), 6, context)

    def test_every_parameter(self):
        self.fill()
        for place, name in enumerate(PARAMETERS):
            for text in values(place):
                value = self.value(text)
                query = urllib.parse.urlencode({name: value})
                if name == "time":
                    query += "&product=massage.massage-30&start=2026-11-24"
                self.check(self.tree.ask(query), (name, value[:80]))

    def test_every_field(self):
        self.fill()
        bases = [
            {"do": "book", "slotId": "gleichgewicht.massage.massage-30.anna.20261126T090000Z", "booker.firstname": "A",
             "booker.lastname": "B", "booker.phone": "0351 111111", "participant.dateOfBirth": "1980-01-01"},
            {"do": "move", "bookingId": self.own, "slotIdOld": SLOT, "slotIdNew": SLOT.replace("T08", "T10")},
            {"do": "cancel", "bookingId": self.own, "slotId": "x"},
            {"do": "block", "agent": "anna", "fromDay": "2026-11-30", "toDay": "2026-11-30"},
            {"do": "unblock", "blockId": self.blocked, "fromDay": "2026-11-25"},
        ]
        used = {"book": ("slotId", "instead", "force", "booker.", "participant.", "weekly", "skip"), "move": ("bookingId", "slotId", "instead"),
                "cancel": ("bookingId", "slotId"), "block": ("agent", "from", "to", "reason"),
                "unblock": ("blockId", "from", "to")}
        for shift, base in enumerate(bases):
            for place, name in enumerate(FIELDS):
                if name != "do" and not name.startswith(used[base["do"]]):
                    continue
                for text in values(place + shift):
                    value = self.value(text)
                    reply = self.tree.ask(form={**base, name: value})
                    self.check(reply, (base["do"], name, value[:80]))
                    if reply.status == 303:
                        self.check(self.tree.ask(urllib.parse.urlsplit(reply.headers["Location"]).query), (name, value[:80]))
        # What was written is shown, escaped, in every list.
        for query in ("", "from=2026-11-24&product=massage.massage-30", "history=1", "search=1&participant.lastname=B"):
            self.check(self.tree.ask(query), query)
        self.check(self.tree.ask(path="/counter/gleichgewicht/calendar.ics"), "feed")
        self.assertEqual(self.tree.events("haarschnitt"), 1)

    def test_what_was_typed_comes_back_as_it_was(self):
        for text in VALUES:
            value = text.strip()
            if not value or len(value) > 1000:
                continue
            reply = self.tree.ask(form={"do": "book", "slotId": SLOT, "booker.firstname": text})
            found = re.search(r'<input id="booker.firstname"[^>]*? value="([^"]*)"', reply.text)
            self.assertEqual(reply.status, 422, value)
            shown = re.sub(r"[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u202e\u200f]", "\ufffd", value)
            self.assertEqual(html.unescape(found.group(1)), shown)

    def test_bytes_of_all_kinds(self):
        """Random bytes for a query, a body, a path and the variables of a server."""
        self.fill()
        alphabet = [b"a", b"=", b"&", b"%", b"%4", b"%41", b"%00", b"%ff", b"%c3%28", b"+", b"slot", b"booking", b"do=book&",
                    b"from=", b"\xff", b"\xc3\xa4", b"\x01", b"<", b'"', b"2026-11-24", self.own.encode(), self.other.encode()]

        def some(most):
            return b"".join(self.random.choice(alphabet) for _ in range(self.random.randrange(most)))

        for round in range(2500 if STEP == 1 else 150):
            query, body, text = some(12), some(14), some(6).replace(b"\x00", b"")
            more = self.random.choice([
                {}, {"HTTP_ACCEPT_LANGUAGE": text}, {"SCRIPT_NAME": b"/" + text}, {"REMOTE_USER": b"u" + text},
                {"HTTP_IF_NONE_MATCH": text}, {"HTTP_IF_MODIFIED_SINCE": text}, {"HTTP_HOST": text}, {"CONTENT_TYPE": text},
                {"CONTENT_LENGTH": str(self.random.randrange(40))}])
            path = self.random.choice(["/counter/gleichgewicht", b"/" + text, "/counter/gleichgewicht/calendar.ics"])
            form = body if round % 2 else None
            reply = self.tree.ask(form=form, **{"QUERY_STRING": query, "PATH_INFO": path, **more})
            self.assertLess(reply.status, 500, (query, body, path, more, reply.errors))
            for secret in SECRETS:
                self.assertNotIn(secret, reply.text)

    def test_a_megabyte(self):
        for name in ("booker.lastname", "reason", "slotId", "do"):
            reply = self.tree.ask(form={"do": "book", name: "x" * (1 << 20)})
            self.assertEqual(reply.status, 413)
        self.assertEqual(self.tree.ask(form=b"&" * 65_536).status, 400)
        self.assertEqual(self.tree.ask(form=b"do=book&slotId=" + b"%41" * 20_000).status, 404)
        self.assertEqual(self.tree.ask(query="a" * 100_000).status, 200)

    def test_others_ids(self):
        self.fill()
        for query in ("booking={}", "who={}", "blocked={}", "move={}", "for={}"):
            for id in (f"haarschnitt.{self.other}", self.other):
                reply = self.tree.ask(query.format(id))
                self.check(reply, query)
                self.assertIn(reply.status, (200, 404) if query.startswith("for") else (404,), query)
        for form in ({"do": "cancel", "bookingId": f"haarschnitt.{self.other}", "slotId": "x"},
                     {"do": "move", "bookingId": f"haarschnitt.{self.other}", "slotIdOld": "x", "slotIdNew": SLOT},
                     {"do": "unblock", "blockId": f"haarschnitt.{self.other}"}):
            self.assertEqual(self.tree.ask(form=form).status, 404, form)
        self.assertEqual(self.tree.events("haarschnitt"), 1)


if __name__ == "__main__":
    unittest.main(argv=sys.argv)
