"""Who may come in, by which address, and how the program answers web servers and calendar programs."""

import base64
import hashlib
import html.parser
import re
import sys
import unittest
import urllib.parse

from program import CHECKOUT, Tree

SLOT = "gleichgewicht.massage.massage-30.anna.20261124T080000Z"
FORM = {"do": "book", "slotId": SLOT, "booker.firstname": "Eva", "booker.lastname": "Muster",
        "booker.phone": "0351 123456", "participant.dateOfBirth": "1980-03-15"}


class Links(html.parser.HTMLParser):
    """The addresses to which a page leads, and its forms' fields."""

    def __init__(self, text):
        super().__init__()
        self.links, self.actions, self.fields = [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "a":
            self.links.append(attributes["href"])
        if tag == "form":
            self.actions.append((attributes["method"], attributes["action"]))
        if tag in ("input", "select") and "name" in attributes:
            self.fields.append(attributes["name"])


class Door(unittest.TestCase):
    def setUp(self):
        self.tree = Tree("gleichgewicht", "haarschnitt")
        self.addCleanup(self.tree.__exit__)

    def test_nobody_comes_in_without_a_name(self):
        for user in (None, ""):
            for form in (None, FORM):
                reply = self.tree.ask(form=form, REMOTE_USER=user)
                self.assertEqual(reply.status, 403)
                self.assertNotIn("Gleichgewicht", reply.text)
            self.assertEqual(self.tree.ask(path="/counter/gleichgewicht/calendar.ics", REMOTE_USER=user).status, 403)
        self.assertEqual(self.tree.events(), 0)
        self.assertEqual(self.tree.ask(REMOTE_USER=None, VOICEBOT_COUNTER="open").status, 200)
        self.assertEqual(self.tree.ask(REMOTE_USER=None, VOICEBOT_COUNTER="yes").status, 403)
        # A request cannot say it by a header.
        self.assertEqual(self.tree.ask(REMOTE_USER=None, HTTP_REMOTE_USER="dora").status, 403)

    def test_a_page_that_is_open_on_ones_own_machine(self):
        """A name that leads here without being this machine's is somebody else's page (DNS rebinding)."""
        for host, status in (("localhost:8080", 200), ("127.0.0.1", 200), ("[::1]:80", 200), ("a.localhost", 200),
                             ("evil.example", 403), ("evil.example:8080", 403), ("127.0.0.1.evil.example", 403)):
            reply = self.tree.ask(REMOTE_USER=None, VOICEBOT_COUNTER="open", REMOTE_ADDR="127.0.0.1", HTTP_HOST=host)
            self.assertEqual(reply.status, status, host)

    def test_forms_come_from_this_site_alone(self):
        host = {"HTTP_HOST": "praxis.example", "SERVER_PORT": "443"}
        own = "https://praxis.example"
        for site, origin, more, allowed in (
            ("same-origin", own, host, True), ("same-origin", None, host, True), (None, own, host, True),
            (None, own + ":443", host, True), (None, own, {"HTTP_HOST": "praxis.example:443"}, True),
            (None, "https://PRAXIS.example", host, True),
            # Some servers pass on Host without its port.
            (None, "http://praxis.example:8080", {"SERVER_PORT": "8080", "HTTPS": None}, True),
            (None, "http://praxis.example:8081", {"SERVER_PORT": "8080", "HTTPS": None}, False),
            # A server in between speaks HTTPS.
            (None, own, {"HTTPS": None, "SERVER_PORT": "8080"}, True),
            (None, None, host, False), ("cross-site", own, host, False), ("same-site", own, host, False),
            ("none", None, host, False), ("", None, host, False), ("none", own, host, False),
            ("same-origin", "https://evil.example", host, False), (None, "https://evil.example", host, False),
            ("same-origin", "null", host, False), (None, "null", host, False), (None, "", host, False),
            (None, "https://praxis.example.evil.example", host, False), (None, "https://evil-praxis.example", host, False),
            (None, "https://praxis.example:8443", host, False), (None, "http://praxis.example", host, False),
            (None, "https://praxis.example/", host, False), (None, "ftp://praxis.example", host, False),
            (None, "https://", {"HTTP_HOST": ""}, False), (None, own, {"HTTP_HOST": None}, False),
        ):
            with self.subTest(site=site, origin=origin, more=more):
                before = self.tree.events()
                reply = self.tree.ask(form=FORM, HTTP_SEC_FETCH_SITE=site, HTTP_ORIGIN=origin, **more)
                self.assertEqual(reply.status, 303 if allowed else 403, reply.text[:300])
                if not allowed:
                    self.assertEqual(self.tree.events(), before)
        # All those that were allowed were one booking.
        self.assertEqual(self.tree.events(), 1)

    def test_forms_that_cannot_be_read(self):
        for body, type in (
            (b"do=book&slotId=%zz", None), (b"do=%ff", None), (b"do=book%2", None), (b"\xff=1", None),
            (b"a=1&" * 201, None), (b'{"do":"book"}', "application/json"), (b"do=book", "text/plain"),
            (b"do=book", "multipart/form-data; boundary=x"), (b"do=book", ""), (b"do=nothing", None), (b"", None),
            (b"do", None), (b"DO=book", None),
        ):
            variables = {} if type is None else {"CONTENT_TYPE": type}
            self.assertEqual(self.tree.ask(form=body, **variables).status, 400, (body[:40], type))
        self.assertEqual(self.tree.ask(form=FORM, HTTP_CONTENT_ENCODING="gzip").status, 400)
        self.assertEqual(self.tree.ask(form=b"a=" + b"b" * 70_000).status, 413)
        self.assertEqual(self.tree.ask(form=b"do=book", CONTENT_LENGTH="100").status, 400)
        self.assertEqual(self.tree.ask(form=b"do=book", CONTENT_LENGTH="many").status, 411)
        self.assertEqual(self.tree.ask(query="from=%zz").status, 400)
        self.assertEqual(self.tree.ask(query="from=%ff").status, 400)
        self.assertEqual(self.tree.events(), 0)

    def test_methods(self):
        for method in ("PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "get", "BOOK"):
            reply = self.tree.ask(REQUEST_METHOD=method)
            self.assertEqual((reply.status, reply.headers["Allow"]), (405, "GET, HEAD, POST"), method)
        whole, head = self.tree.ask(), self.tree.ask(REQUEST_METHOD="HEAD")
        self.assertEqual(head.body, b"")
        self.assertEqual(head.headers, whole.headers)
        feed = self.tree.ask(form=FORM, path="/counter/gleichgewicht/calendar.ics")
        self.assertEqual((feed.status, feed.headers["Allow"]), (405, "GET, HEAD"))

    def test_arguments_are_never_read(self):
        page = self.tree.ask()
        for arguments in (["--verify"], ["-h"], ["--version"], ["forget", "gleichgewicht"], ["agenda"], ["--", "new"],
                          ["--generate-completion-script", "bash"]):
            reply = self.tree.ask(query=" ".join(arguments), arguments=arguments)
            self.assertEqual(reply.body, page.body, arguments)
            self.assertEqual((reply.exit_status, reply.errors), (0, ""))

    def test_addresses(self):
        for path, status in (
            ("/counter/gleichgewicht", 200), ("/gleichgewicht", 200), ("/counter/gleichgewicht/", 200),
            ("//gleichgewicht", 200), ("/counter", 200), ("/", 200), ("", 200), ("/counter/haarschnitt", 200),
            ("/counter/nobody", 404), ("/counter/gleichgewicht/x", 404), ("/counter/gleichgewicht/mcp", 404),
            ("/counter/gleichgewicht/calendar.ics", 200), ("/gleichgewicht/calendar.ics", 200),
            ("/counter/gleichgewicht/calendar.ics/x", 404), ("/counter/../gleichgewicht", 404),
            ("/counter/gleichgewicht.yaml", 404), ("/counter/..", 404), ("/counter/business.schema", 404),
        ):
            self.assertEqual(self.tree.ask(path=path).status, status, path)

    def test_the_business_of_the_endpoint(self):
        self.assertEqual(self.tree.ask(VOICEBOT_ENTITY="gleichgewicht").status, 200)
        other = self.tree.ask(path="/counter/haarschnitt", VOICEBOT_ENTITY="gleichgewicht")
        self.assertEqual(other.status, 403)
        self.assertNotIn("Haar", other.text)
        self.assertNotIn("haarschnitt", self.tree.ask(path="/counter", VOICEBOT_ENTITY="gleichgewicht").text)
        self.assertIn("haarschnitt", self.tree.ask(path="/counter").text)

    def test_a_business_out_of_service(self):
        self.tree.add("broken", "name: [")
        reply = self.tree.ask(path="/counter/broken")
        self.assertEqual(reply.status, 500)
        self.assertNotIn(str(self.tree.root), reply.text)
        self.assertIn("broken.yaml", reply.errors)
        self.assertEqual(reply.errors.count("\n"), 1)
        self.assertEqual(self.tree.ask().status, 200)

    def test_links_stay_below_the_address(self):
        booking = self.tree.book()
        for script, path, base in (
            ("/desk", "/counter/gleichgewicht", "/desk/counter/gleichgewicht"),
            ("/desk", "/gleichgewicht", "/desk/gleichgewicht"), ("", "/counter/gleichgewicht", "/counter/gleichgewicht"),
            ("/cgi-bin/voicebot-desk", "/counter/gleichgewicht/", "/cgi-bin/voicebot-desk/counter/gleichgewicht"),
            ("//evil.example", "/gleichgewicht", "/evil.example/gleichgewicht"),
            ("/a b\"<", "/gleichgewicht", "/a%20b%22%3C/gleichgewicht"),
            ("/a\r\nX: y", "/gleichgewicht", "/a%0D%0AX%3A%20y/gleichgewicht"),
        ):
            for query in ("", "day=2026-11-24&product=massage.massage-30", "new=1", f"booking={booking}",
                          f"move={booking}", "slot=" + SLOT.replace("T08", "T09"), "block=1", "search=1", "history=1"):
                reply = self.tree.ask(query, path=path, SCRIPT_NAME=script)
                page = Links(reply.text)
                for link in page.links:
                    if not link.startswith(("#", "tel:", "mailto:")):
                        self.assertEqual(urllib.parse.urlsplit(link).path.removesuffix("/calendar.ics"), base, link)
                for method, action in page.actions:
                    self.assertEqual(action, base)
            done = self.tree.ask(form=FORM, path=path, SCRIPT_NAME=script)
            self.assertTrue(done.headers["Location"].startswith(base + "?booking="), done.headers)

    def test_only_writing_posts(self):
        """Every form that posts says what it does, and no other form does anything."""
        booking = self.tree.book()
        seen = set()
        for query in ("", "new=1", f"booking={booking}", f"move={booking}&slot={SLOT.replace('T08', 'T09')}",
                      "slot=" + SLOT, "block=1", "search=1"):
            text = self.tree.ask(query).text
            for form in re.findall(r"<form.*?</form>", text, re.S):
                isPost = 'method="post"' in form
                self.assertEqual(isPost, 'name="do"' in form, form)
                seen.add(isPost)
        self.assertEqual(seen, {True, False})

    def test_a_free_time_is_near(self):
        """A form with the names of the API is within three links of the week."""
        pages, seen = [self.tree.ask().text], set()
        for depth in range(3):
            ahead = []
            for text in pages:
                for link in Links(text).links:
                    query = urllib.parse.urlsplit(link).query
                    if "slot=" in query or "new=" in query:
                        if query not in seen:
                            seen.add(query)
                            ahead.append(query)
            pages = [self.tree.ask(query).text for query in ahead[:4]]
            fields = [Links(text).fields for text in pages]
            if any("booker.lastname" in names for names in fields):
                self.assertIn("participant.dateOfBirth", fields[0])
                return
        self.fail("no form")

    def test_headers(self):
        for query, form in (("", None), ("booking=no", None), ("", {"do": "cancel"}), ("slot=" + SLOT, None)):
            reply = self.tree.ask(query, form=form)
            style = re.search(r"<style>(.*?)</style>", reply.text, re.S).group(1)
            digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
            self.assertEqual(reply.headers["Content-Security-Policy"],
                             f"default-src 'none'; style-src 'sha256-{digest}'; form-action 'self'; "
                             "frame-ancestors 'none'; base-uri 'none'")
            self.assertEqual(reply.headers["Cache-Control"], "no-store")
            self.assertEqual(reply.headers["X-Frame-Options"], "DENY")
            self.assertEqual(reply.headers["X-Content-Type-Options"], "nosniff")
            self.assertEqual(reply.headers["Referrer-Policy"], "same-origin")
            self.assertEqual(reply.headers["Content-Type"], "text/html; charset=utf-8")
            self.assertEqual(int(reply.headers["Content-Length"]), len(reply.body))
            # No style and no script stands anywhere else.
            self.assertNotRegex(reply.text, r"(?i) style=|<script| on[a-z]+=")
        self.assertEqual(self.tree.ask(SERVER_SOFTWARE="busybox httpd/1.36.1").headers["Connection"], "close")

    def test_who_did_it(self):
        for user, recorded in (("emil", "emil"), ("e" * 100, "e" * 64), ("<b>\x1b", "<b>\ufffd"), ("\u202eabc", "\ufffdabc")):
            self.tree.book(slot="therapy.therapy-20.anna.20261125T080000Z")
            file = self.tree.root / "Data/gleichgewicht.jsonl"
            reply = self.tree.ask(form={**FORM, "booker.firstname": "X"}, REMOTE_USER=user)
            self.assertEqual(reply.status, 303, reply.text)
            self.assertIn(f'"by":"{recorded}"', file.read_text())
            page = self.tree.ask(urllib.parse.urlsplit(reply.headers["Location"]).query)
            self.assertIn(recorded.replace("<", "&lt;").replace(">", "&gt;"), page.text)
            file.unlink()
            for rest in self.tree.root.glob("Data/*"):
                rest.unlink()

    def test_the_addresses_of_the_manual(self):
        chapter = (CHECKOUT / "Sources/Manual/counter.md").read_text()
        addresses = re.findall(r"^\| `(/counter[^`]*)` \|", chapter, re.M)
        self.assertGreater(len(addresses), 8)
        for address in addresses:
            path, _, query = address.partition("?")
            reply = self.tree.ask(query, path=path)
            self.assertEqual(reply.status, 200, address)

    def test_the_feed(self):
        path = "/counter/gleichgewicht/calendar.ics"
        self.tree.book()
        self.tree.book("therapy.therapy-20.ben.20261125T080000Z")
        feed = self.tree.ask(path=path)
        self.assertEqual(feed.headers["Content-Type"], "text/calendar; charset=utf-8")
        self.assertEqual(feed.headers["Cache-Control"], "private, no-cache")
        self.assertIn("TZID:Europe/Berlin", feed.text)
        self.assertEqual(feed.text.count("BEGIN:VEVENT"), 2)
        self.assertEqual(self.tree.ask("agent=ben", path=path).text.count("BEGIN:VEVENT"), 1)
        self.assertEqual(self.tree.ask("agent=gleichgewicht.ben", path=path).text.count("BEGIN:VEVENT"), 1)
        self.assertEqual(self.tree.ask("agent=nobody", path=path).status, 404)
        self.assertEqual(self.tree.ask("agent=haarschnitt.lena", path=path).status, 404)
        tag, date = feed.headers["ETag"], feed.headers["Last-Modified"]
        self.assertRegex(date, r"^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$")
        for known in (tag, f'"x", {tag}', "W/" + tag, "*"):
            same = self.tree.ask(path=path, HTTP_IF_NONE_MATCH=known)
            self.assertEqual((same.status, same.body, same.headers["ETag"]), (304, b"", tag), known)
        self.assertEqual(self.tree.ask(path=path, HTTP_IF_MODIFIED_SINCE=date).status, 304)
        self.assertEqual(self.tree.ask(path=path, HTTP_IF_NONE_MATCH='"x"', HTTP_IF_MODIFIED_SINCE=date).status, 200)
        self.assertEqual(self.tree.ask(path=path, HTTP_IF_MODIFIED_SINCE="Sun, 06 Nov 1994 08:49:37 GMT").status, 200)
        self.assertEqual(self.tree.ask(path=path, HTTP_IF_MODIFIED_SINCE="yesterday").status, 200)
        self.tree.book("therapy.therapy-20.ben.20261125T100000Z")
        self.assertEqual(self.tree.ask(path=path, HTTP_IF_NONE_MATCH=tag).status, 200)


if __name__ == "__main__":
    unittest.main(argv=sys.argv)
