"""A business behind nginx and fcgiwrap on the loopback interface, as the manual hosts it, with Basic authentication.

Everything lies in a directory of its own, which is removed at the end, and both servers are ended by their process ids.
"""

import base64
import hashlib
import http.client
import os
import pathlib
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.parse

CHECKOUT = pathlib.Path(__file__).resolve().parents[2]
# A Monday, some weeks before the hours of the examples change.
NOW = "2026-11-23T08:00:00+01:00"
USERS = {"dora": "geheim", "emil": "auchgeheim"}

CONFIGURATION = """
daemon off;
pid {root}/run/nginx.pid;
error_log {root}/run/error.log;
worker_processes 1;
events {{}}
http {{
  access_log off;
  client_body_temp_path {root}/run/body;
  proxy_temp_path {root}/run/proxy;
  fastcgi_temp_path {root}/run/fastcgi;
  uwsgi_temp_path {root}/run/uwsgi;
  scgi_temp_path {root}/run/scgi;
  server {{
    listen 127.0.0.1:{port};
    location ~ ^/(desk|open)(/|$) {{
      include /etc/nginx/fastcgi_params;
      set $opening "";
      fastcgi_split_path_info ^(/desk|/open)(.*)$;
      fastcgi_param SCRIPT_FILENAME {root}/bin/voicebot-desk;
      fastcgi_param PATH_INFO $fastcgi_path_info;
      fastcgi_param HTTP_PROXY "";
      fastcgi_param REMOTE_USER $remote_user;
      fastcgi_param VOICEBOT_NOW "{now}";
      fastcgi_param VOICEBOT_ROOT "{root}";
      fastcgi_pass unix:{root}/run/fcgiwrap.socket;
      auth_basic $realm;
      auth_basic_user_file {root}/run/users;
    }}
  }}
  # Without a name and a password the page itself has to say no: this address asks for none.
  map $uri $realm {{ ~^/open off; default counter; }}
}}
"""


class Site:
    """A deployed tree and the servers before it. `url` is the page's address, with a name and a password in it."""

    def __init__(self, program, businesses=("gleichgewicht",), now=NOW, user="dora"):
        self.root = pathlib.Path(tempfile.mkdtemp(prefix="voicebot-page-"))
        self.root.chmod(0o755)
        self.processes = []
        self.now = now
        self.user = user
        for name in ("bin", "run", "Businesses", "Data"):
            (self.root / name).mkdir()
        (self.root / "Data").chmod(0o700)
        shutil.copy(program, self.root / "bin/voicebot-desk")
        for business in businesses:
            self.add(business)
        users = [f"{name}:{{SHA}}" + base64.b64encode(hashlib.sha1(word.encode()).digest()).decode()
                 for name, word in USERS.items()]
        (self.root / "run/users").write_text("\n".join(users) + "\n")
        self.owner = pwd.getpwnam("www-data") if os.getuid() == 0 else None
        if self.owner:
            for name in ("Data", "run"):
                os.chown(self.root / name, self.owner.pw_uid, self.owner.pw_gid)

    def add(self, business, text=None):
        """Adds one of the checkout's businesses, or one with this text."""
        text = text or (CHECKOUT / f"Businesses/{business}.yaml").read_text()
        (self.root / f"Businesses/{business}.yaml").write_text(text)

    def __enter__(self):
        # A port that was free may be taken before the server takes it.
        for _ in range(5):
            with socket.socket() as probe:
                probe.bind(("127.0.0.1", 0))
                self.port = probe.getsockname()[1]
            text = CONFIGURATION.format(root=self.root, port=self.port, now=self.now)
            (self.root / "run/nginx.conf").write_text(text)
            self.start("/usr/sbin/fcgiwrap", "-f", "-c", "4", "-s", f"unix:{self.root}/run/fcgiwrap.socket")
            self.start("/usr/sbin/nginx", "-e", f"{self.root}/run/error.log", "-c", f"{self.root}/run/nginx.conf")
            if self.listens():
                return self
            self.stop()
        raise RuntimeError("nginx did not start: " + (self.root / "run/error.log").read_text())

    def start(self, *command):
        become = {}
        if self.owner:
            become = {"user": self.owner.pw_uid, "group": self.owner.pw_gid, "extra_groups": []}
        self.processes.append(subprocess.Popen(
            command, cwd="/", stdin=subprocess.DEVNULL, env={"PATH": "/usr/bin:/bin"}, start_new_session=True, **become))

    def listens(self):
        end = time.monotonic() + 20
        while time.monotonic() < end and all(process.poll() is None for process in self.processes):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0 and (self.root / "run/fcgiwrap.socket").exists():
                    return True
            time.sleep(0.01)
        return False

    def stop(self):
        for process in reversed(self.processes):
            try:
                # The servers have started processes of their own, in the same session.
                os.killpg(process.pid, signal.SIGTERM)
            except ProcessLookupError:
                pass
            process.wait()
        self.processes = []

    def __exit__(self, *_):
        self.stop()
        if os.environ.get("VOICEBOT_KEEP") == "1":
            print("kept:", self.root)
        else:
            shutil.rmtree(self.root)

    @property
    def path(self):
        return "/desk/counter/gleichgewicht"

    def url(self, query="", path=None, user=None):
        user = user or self.user
        return f"http://{user}:{USERS[user]}@127.0.0.1:{self.port}{path or self.path}{query}"

    def ask(self, query="", form=None, path=None, user="dora", headers=None):
        """Sends a request as a browser does not: without one. Returns the response, its text read already."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        sent = dict(headers or {})
        if user:
            sent["Authorization"] = "Basic " + base64.b64encode(f"{user}:{USERS[user]}".encode()).decode()
        body = None
        if form is not None:
            sent.setdefault("Content-Type", "application/x-www-form-urlencoded")
            body = form if isinstance(form, (bytes, str)) else urllib.parse.urlencode(form)
        connection.request("GET" if form is None else "POST", (path or self.path) + query, body, sent)
        response = connection.getresponse()
        response.text = response.read().decode("utf-8")
        connection.close()
        return response
