"""The program itself, as a web server calls it, without one."""

import os
import pathlib
import shutil
import subprocess
import tempfile
import urllib.parse

CHECKOUT = pathlib.Path(__file__).resolve().parents[2]
NOW = "2026-11-23T08:00:00+01:00"


class Reply:
    """A CGI response."""

    def __init__(self, output, errors, exit_status):
        self.exit_status = exit_status
        self.errors = errors
        head, separator, self.body = output.partition(b"\r\n\r\n")
        assert separator, output[:200]
        self.headers = {}
        for line in head.decode("ascii").split("\r\n"):
            name, _, value = line.partition(": ")
            assert name not in self.headers, f"twice: {name}"
            self.headers[name] = value
        self.status = int(self.headers["Status"].split(" ")[0])

    @property
    def text(self):
        return self.body.decode("utf-8")


class Tree:
    """A deployment in a directory of its own."""

    def __init__(self, *businesses):
        self.root = pathlib.Path(tempfile.mkdtemp(prefix="voicebot-page-"))
        (self.root / "Businesses").mkdir()
        (self.root / "Data").mkdir(mode=0o700)
        for business in businesses:
            self.add(business)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if os.environ.get("VOICEBOT_KEEP") == "1":
            print("kept:", self.root)
        else:
            shutil.rmtree(self.root)

    def add(self, business, text=None):
        text = text or (CHECKOUT / f"Businesses/{business}.yaml").read_text()
        (self.root / f"Businesses/{business}.yaml").write_text(text)

    def ask(self, query="", form=None, path="/counter/gleichgewicht", arguments=(), **variables):
        """Calls the program; a form is sent from its own page. A variable that is None is not set."""
        settings = {
            "GATEWAY_INTERFACE": "CGI/1.1", "REQUEST_METHOD": "GET", "SCRIPT_NAME": "/desk", "PATH_INFO": path,
            "QUERY_STRING": query, "REMOTE_USER": "dora", "REMOTE_ADDR": "192.0.2.7", "HTTP_HOST": "praxis.example",
            "SERVER_PORT": "443", "HTTPS": "on", "VOICEBOT_ROOT": str(self.root), "VOICEBOT_NOW": NOW,
        }
        body = b""
        if form is not None:
            body = form if isinstance(form, bytes) else urllib.parse.urlencode(form).encode()
            settings.update({
                "REQUEST_METHOD": "POST", "CONTENT_TYPE": "application/x-www-form-urlencoded",
                "CONTENT_LENGTH": str(len(body)), "HTTP_ORIGIN": "https://praxis.example",
                "HTTP_SEC_FETCH_SITE": "same-origin",
            })
        settings.update(variables)
        environment = {os.fsencode(name): value if isinstance(value, bytes) else os.fsencode(value)
                       for name, value in settings.items() if value is not None}
        done = subprocess.run([os.environ["VOICEBOT_DESK"], *arguments], input=body, env=environment,
                              capture_output=True, timeout=60)
        return Reply(done.stdout, done.stderr.decode(errors="replace"), done.returncode)

    def book(self, slot="massage.massage-30.anna.20261124T080000Z", business="gleichgewicht", **more):
        """Books, and returns the booking's short id."""
        form = {"do": "book", "slotId": f"{business}.{slot}", "booker.firstname": "Eva", "booker.lastname": "Muster",
                "booker.phone": "0351 123456", "participant.dateOfBirth": "1980-03-15"}
        form.update({name.replace("_", "."): value for name, value in more.items()})
        reply = self.ask(form=form, path=f"/counter/{business}")
        assert reply.status == 303, (reply.status, reply.text)
        return urllib.parse.parse_qs(urllib.parse.urlsplit(reply.headers["Location"]).query)["booking"][0]

    def events(self, business="gleichgewicht"):
        """How many events the bookings file has."""
        file = self.root / f"Data/{business}.jsonl"
        return len(file.read_bytes().splitlines()) - 1 if file.exists() else 0
