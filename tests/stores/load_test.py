#!/usr/bin/env python3
"""Loads real stores with `demarche load`, and kills them and it on the way.

usage: load_test.py PROGRAM [STORE...]

For each store (Oxigraph, Fuseki, Virtuoso): the example corpus is loaded; the
queries of examples/queries must give the rows of their .tsv files, and the
store must have the statements of `demarche export`, no more and no fewer, after
one load and after two.  A larger corpus is loaded into stores of their own
while, half-way, the loader is killed, or the store is killed and comes back
during or after the run; run again, it must be there whole.

Says which stores ran and which could not.  Exit status 77 if none could, 1 if
anything was wrong.
"""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

import servers
from rows import ontology, queries, table, top

xsd = "http://www.w3.org/2001/XMLSchema#"
whole_numbers = (xsd + "integer", xsd + "nonNegativeInteger", xsd + "decimal")


count_of_graphs = """
SELECT (COUNT (DISTINCT ?g) AS ?n) {
  GRAPH ?g { ?s ?p ?o } FILTER STRSTARTS (STR (?g), "https://example.org/")
}"""


class Wrong(Exception):
    pass


def expect(condition, problem):
    if not condition:
        raise Wrong(problem)


# Statements as tuples (graph, subject, predicate, object), which are equal
# where stores keep the same.


def literal(text, datatype, language):
    if datatype in whole_numbers:
        number = float(text)
        return f"{number:g}"
    if datatype == xsd + "boolean":
        text = {"1": "true", "0": "false"}.get(text, text)
    if datatype == xsd + "string":
        datatype = ""
    return f'"{text}"^^{datatype}@{language}'


line_of_quad = re.compile(
    r"<([^>]*)> <([^>]*)> "
    r'(?:<([^>]*)>|("(?:[^"\\]|\\.)*")(?:\^\^<([^>]*)>|@(\S+))?) '
    r"(?:<([^>]*)> )?\.\n"
)


def statements_in(path):
    statements = set()
    with open(path, encoding="utf-8", newline="\n") as lines:
        for line in lines:
            match = line_of_quad.fullmatch(line)
            expect(match, f"no line of N-Quads: {line}")
            s, p, iri, text, datatype, language, graph = match.groups()
            if text is not None:
                iri = literal(json.loads(text), datatype or "", language or "")
            statements.add((graph, s, p, iri))
    return statements


def statements_of(server):
    """All but those that Virtuoso has for itself."""
    statements = set()
    for row in server.ask(
        "SELECT ?g ?s ?p ?o { GRAPH ?g { ?s ?p ?o } "
        'FILTER (STRSTARTS (STR (?g), "https://example.org/") || '
        'STRSTARTS (STR (?g), "https://w3id.org/demarche/d")) }'
    )["results"]["bindings"]:
        term = row["o"]
        value = term["value"]
        if term["type"] != "uri":
            value = literal(
                value, term.get("datatype", ""), term.get("xml:lang", "")
            )
        statements.add(
            (row["g"]["value"], row["s"]["value"], row["p"]["value"], value)
        )
    return statements


def compare(server, path):
    wanted = statements_in(path)
    found = statements_of(server)
    expect(
        wanted == found,
        f"{len(wanted - found)} statements are missing "
        f"(such as {sorted(wanted - found)[:1]}), "
        f"{len(found - wanted)} are too many "
        f"(such as {sorted(found - wanted)[:1]})",
    )


class Corpus:
    """The example's dataset, and one of so many copies of it as a file."""

    def __init__(self, program, folder):
        self.dataset = folder + "/fishing.dataset"
        self.quads = folder + "/fishing.nq"
        self.folder = folder
        articles = str(top / "examples/fishing.jsonl")
        subprocess.run(
            [program, "extract", "--into", self.dataset, articles], check=True
        )
        subprocess.run(
            [program, "export", self.dataset, "-o", self.quads], check=True
        )

    def copies(self, count):
        path = f"{self.folder}/copies-{count}.nq"
        with open(self.quads, encoding="utf-8") as file:
            text = file.read()
        with open(path, "w", encoding="utf-8") as file:
            for i in range(count):
                file.write(text.replace("example.org/", f"example.org/{i}/"))
        return path


class Test:
    def __init__(self, program, kind, executable, corpus, folder):
        self.program = program
        self.kind = kind
        self.executable = executable
        self.corpus = corpus
        self.folder = folder
        self.count = 0
        self.server = None
        self.loader = None

    def new_server(self):
        self.count += 1
        folder = f"{self.folder}/{self.kind.name}-{self.count}"
        self.server = self.kind(self.executable, folder)
        self.server.start()

    def command(self, *arguments):
        server = self.server
        command = [self.program, "load", *arguments]
        command += ["--store", server.url(server.store_path)]
        return command + (["--user", server.user] if server.user else [])

    def environment(self):
        environment = dict(os.environ, NO_PROXY="127.0.0.1")
        if self.server.user:
            environment["DEMARCHE_STORE_PASSWORD"] = self.server.password
        return environment

    def begin(self, *arguments):
        self.loader = subprocess.Popen(
            self.command(*arguments),
            stderr=subprocess.PIPE,
            text=True,
            env=self.environment(),
        )
        return self.loader

    def load(self, *arguments):
        """The report of a load that must succeed, and how long it took."""
        begin = time.monotonic()
        loader = self.begin(*arguments)
        _, report = loader.communicate()
        expect(loader.returncode == 0, f"load {arguments} failed:\n{report}")
        return report, time.monotonic() - begin

    def kill_half_way(self, path, victim, *arguments):
        """The loader, a third of the graphs or more being there, and the victim
        dead.  It is held while they are counted."""
        graphs = {quad[0] for quad in statements_in(path)}
        loader = self.begin(path, *arguments)
        count = 0
        while count < len(graphs) // 3:
            loader.send_signal(signal.SIGCONT)
            time.sleep(0.05)
            loader.send_signal(signal.SIGSTOP)
            answer = self.server.ask(count_of_graphs)
            count = int(answer["results"]["bindings"][0]["n"]["value"])
        expect(count < len(graphs), "the load was over before the kill")
        loader.send_signal(signal.SIGCONT)
        time.sleep(0.005)
        if victim == "loader":
            loader.send_signal(signal.SIGKILL)
            loader.communicate()
        else:
            self.server.kill()
        return loader

    def loads_and_answers(self):
        report, seconds = self.load(self.corpus.dataset)
        schema = str(top / "ontology/demarche.ttl")
        self.load(schema, "--graph", ontology)
        compare(self.server, self.corpus.quads)
        for path in queries:
            answer = self.server.ask(path.read_text())
            names = answer["head"]["vars"]
            rows = table(
                [row[name]["value"] if name in row else "" for name in names]
                for row in answer["results"]["bindings"]
            )
            expected = path.with_suffix(".tsv").read_text()
            expect(rows == expected, f"{path.name} gives\n{rows}")
        return f"{report.strip().split(': ', 1)[1]} in {seconds:.2f} s"

    def loads_again(self):
        self.load(self.corpus.dataset)
        compare(self.server, self.corpus.quads)
        report, seconds = self.load(self.corpus.dataset, "--resume")
        compare(self.server, self.corpus.quads)
        loaded = re.search(r"(\d+) graphs, ", report)
        expect(loaded and f"{loaded[1]} graphs were before" in report, report)
        return f"looked through in {seconds:.2f} s"

    def loader_is_killed(self, path):
        self.kill_half_way(path, "loader")
        expect(statements_of(self.server) < statements_in(path), "not half-way")
        report, seconds = self.load(path, "--resume")
        before = re.search(r"(\d+) graphs were before", report)
        expect(before and int(before[1]) > 0, f"nothing resumed: {report}")
        compare(self.server, path)
        return f"{before[0]}, the rest in {seconds:.2f} s"

    def store_is_killed_and_comes_back(self, path):
        loader = self.kill_half_way(path, "store")
        time.sleep(1)
        self.server.start()
        _, report = loader.communicate()
        expect(loader.returncode == 0, report)
        retries = int(re.search(r"(\d+) retries", report)[1])
        expect(retries > 0, f"nothing was tried again: {report}")
        compare(self.server, path)
        return f"{retries} retries"

    def store_is_killed_for_good(self, path):
        loader = self.kill_half_way(path, "store", "--retries", "0")
        _, report = loader.communicate()
        expect(loader.returncode == 2, f"{loader.returncode}: {report}")
        self.server.start()
        self.load(path)
        compare(self.server, path)
        return "run again"

    def run(self):
        """Says whether all went well."""
        path = self.corpus.copies(self.kind.copies)
        good = True
        for name, test, new in (
            ("ten queries", self.loads_and_answers, True),
            ("twice", self.loads_again, False),
            ("loader killed", lambda: self.loader_is_killed(path), True),
            (
                "store killed, back",
                lambda: self.store_is_killed_and_comes_back(path),
                True,
            ),
            (
                "store killed, gone",
                lambda: self.store_is_killed_for_good(path),
                True,
            ),
        ):
            begin = time.monotonic()
            try:
                if new:
                    self.stop()
                    self.new_server()
                result = "ok: " + test()
            except (Wrong, OSError, RuntimeError, ValueError) as problem:
                good = False
                result = f"WRONG: {problem}"
            seconds = time.monotonic() - begin
            print(f"{self.kind.name}: {name}: {result} ({seconds:.1f} s)")
            sys.stdout.flush()
        self.stop()
        return good

    def stop(self):
        """Leaves nothing running, whatever went wrong."""
        if self.loader is not None and self.loader.poll() is None:
            self.loader.kill()
            self.loader.wait()
        if self.server is not None and self.server.process.poll() is None:
            self.server.stop()
        self.server = None


def fast_folder():
    """In memory, where there is room: stores sync their files all the time."""
    memory = "/dev/shm"
    if os.path.isdir(memory) and shutil.disk_usage(memory).free > 4 << 30:
        return memory
    return None


# So many that a load can be killed half-way, and no more: Fuseki syncs its
# files for each graph.
servers.Oxigraph.copies = 20
servers.Fuseki.copies = 3
servers.Virtuoso.copies = 20


def main():
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    program, *wanted = sys.argv[1:]
    program = os.path.abspath(program)
    wanted = [name.lower() for name in wanted]
    ran, failed, missing = [], [], []
    with tempfile.TemporaryDirectory(dir=fast_folder()) as folder:
        corpus = Corpus(program, folder)
        for kind in servers.all_servers:
            if wanted and kind.name.lower() not in wanted:
                continue
            try:
                executable = kind.find()
            except servers.Missing as reason:
                missing.append(f"{kind.name}: {reason}")
                continue
            test = Test(program, kind, executable, corpus, folder)
            try:
                good = test.run()
            finally:
                test.stop()
            (ran if good else failed).append(kind.name)
    print("\nstores that ran:     ", ", ".join(ran) or "none")
    print("stores that could not:", "; ".join(missing) or "none")
    if failed:
        print("stores that FAILED:  ", ", ".join(failed))
    return 1 if failed else 0 if ran else 77


sys.exit(main())
