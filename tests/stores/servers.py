"""Real SPARQL stores, got, started, killed and stopped, on this machine only.

A store that cannot be had raises Missing with the reason.  What is fetched
stays in a cache folder outside the source tree (DEMARCHE_CACHE, or
~/.cache/demarche); nothing here names a registry: pip, Maven and apt go where
this machine tells them to.
"""

import base64
import json
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

cache = pathlib.Path(
    os.environ.get("DEMARCHE_CACHE", "~/.cache/demarche")
).expanduser()
password = "not-a-secret"
seconds_to_fetch = 120
seconds_to_start = 90
# Nothing that goes to this machine goes through a proxy.
opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))


class Missing(Exception):
    pass


def fetch(*command):
    """Runs what brings a package here."""
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=seconds_to_fetch,
        )
    except FileNotFoundError:
        raise Missing(f"there is no {command[0]}") from None
    except subprocess.TimeoutExpired:
        raise Missing(f"{command[0]} took too long") from None
    if done.returncode != 0:
        lines = done.stdout.strip().splitlines() or [""]
        errors = [line for line in lines if "error" in line.lower()]
        raise Missing(f"{command[0]} failed: {(errors or lines)[0][:200]}")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """A store with its files in a folder; started again, it has them still."""

    def __init__(self, program, folder):
        self.program = program
        self.folder = pathlib.Path(folder)
        self.folder.mkdir(parents=True)
        self.port = free_port()
        self.process = None
        self.prepare()

    def prepare(self):
        pass

    def url(self, path):
        return f"http://127.0.0.1:{self.port}{path}"

    def start(self):
        with open(self.folder / "output", "ab") as output:
            self.process = subprocess.Popen(
                self.command(),
                cwd=self.folder,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                env=dict(os.environ, FUSEKI_BASE=str(self.folder)),
            )
        begin = time.monotonic()
        while not self.answers():
            if self.process.poll() is not None:
                raise RuntimeError(f"{self.name} ended: " + self.last_words())
            if time.monotonic() - begin > seconds_to_start:
                self.kill()
                raise RuntimeError(f"{self.name} does not start")
            time.sleep(0.05)

    def last_words(self):
        return (self.folder / "output").read_text(errors="replace")[-500:]

    def answers(self):
        """Whether it can be asked."""
        try:
            return self.ask("ASK {}") is not None
        except (OSError, ValueError):
            return False

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(60)
        except subprocess.TimeoutExpired:
            self.kill()

    def ask(self, query):
        """The answer of a SELECT or ASK query as SPARQL 1.1 Results in JSON."""
        request = urllib.request.Request(
            self.url(self.query_path),
            urllib.parse.urlencode({"query": query}).encode(),
            {"Accept": "application/sparql-results+json", **self.headers},
        )
        with opener.open(request, timeout=120) as answer:
            return json.load(answer)

    headers = {}
    user = None


class Oxigraph(Server):
    name = "Oxigraph"
    query_path = "/query"
    store_path = "/store"
    version = "0.5.13"

    @classmethod
    def find(cls):
        program = shutil.which("oxigraph")
        environment = cache / f"oxigraph-{cls.version}"
        if program is None and not (environment / "bin/oxigraph").exists():
            fetch(sys.executable, "-m", "venv", "--clear", str(environment))
            fetch(
                str(environment / "bin/python"),
                *("-m", "pip", "install", "--quiet"),
                *("--only-binary", ":all:", f"oxigraph=={cls.version}"),
            )
        return program or str(environment / "bin/oxigraph")

    def command(self):
        bind = f"127.0.0.1:{self.port}"
        return [self.program, "serve", "--location", "data", "--bind", bind]


class Fuseki(Server):
    name = "Fuseki"
    query_path = "/ds/query"
    store_path = "/ds/data"
    version = "5.6.0"
    user = "loader"  # By basic authentication.
    password = password
    headers = {
        "Authorization": "Basic "
        + base64.b64encode(f"{user}:{password}".encode()).decode()
    }

    @classmethod
    def find(cls):
        if shutil.which("java") is None:
            raise Missing("there is no java")
        jar = cache / f"jena-fuseki-server-{cls.version}.jar"
        if not jar.exists():
            artifact = f"org.apache.jena:jena-fuseki-server:{cls.version}"
            fetch(
                *("mvn", "-q", "-B", "dependency:copy"),
                *(f"-Dartifact={artifact}", f"-DoutputDirectory={cache}"),
            )
        return str(jar)

    def prepare(self):
        (self.folder / "data").mkdir()
        (self.folder / "users").write_text(f"{self.user}: {self.password}\n")

    def command(self):
        return [
            *("java", "-Xmx1g", "-XX:+UseSerialGC", "-jar", self.program),
            *("--localhost", f"--port={self.port}", "--update"),
            *("--passwd=users", "--auth=basic", "--loc=data", "/ds"),
        ]


class Virtuoso(Server):
    name = "Virtuoso"
    query_path = "/sparql"
    store_path = "/sparql-graph-crud-auth"
    user = "dba"  # By digest authentication.
    password = "dba"

    @classmethod
    def find(cls):
        if shutil.which("virtuoso-t") is None:
            if shutil.which("apt-get") is None:
                raise Missing("there is no virtuoso-t and no apt-get")
            sudo = [] if os.geteuid() == 0 else ["sudo", "-n"]
            apt = (*sudo, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get")
            # The program alone, without a service that starts by itself.
            install = (
                *(*apt, "install", "-y", "-q", "--no-install-recommends"),
                "virtuoso-opensource-7-bin",
            )
            try:
                fetch(*install)
            except Missing:
                fetch(*apt, "update", "-q")
                fetch(*install)
        return shutil.which("virtuoso-t")

    def prepare(self):
        (self.folder / "virtuoso.ini").write_text(
            f"""
[Database]
DatabaseFile = v.db
ErrorLogFile = v.log
LockFile = v.lck
TransactionFile = v.trx
xa_persistent_file = v.pxa
FileExtend = 200
[TempDatabase]
DatabaseFile = temporary.db
TransactionFile = temporary.trx
[Parameters]
ServerPort = 127.0.0.1:{free_port()}
ServerThreads = 10
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
[HTTPServer]
ServerPort = 127.0.0.1:{self.port}
ServerThreads = 5
[SPARQL]
ResultSetMaxRows = 1000000
"""
        )

    def start(self):
        # What a kill leaves keeps it from starting.
        (self.folder / "v.lck").unlink(missing_ok=True)
        super().start()

    def command(self):
        return [
            *(self.program, "+foreground", "+wait"),
            *("+configfile", "virtuoso.ini"),
        ]


all_servers = (Oxigraph, Fuseki, Virtuoso)
