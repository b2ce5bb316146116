#!/usr/bin/env python3
"""Whether `demarche load` trusts whom it should, over TLS on this machine.

usage: tls_test.py PROGRAM

A store with a certificate that nobody vouches for, or one made out to another
host, gets nothing; one whose authority is named gets everything.  Exit status 77
without openssl.
"""

import http.server
import shutil
import ssl
import subprocess
import sys
import tempfile
import threading


class Store(http.server.BaseHTTPRequestHandler):
    """Takes everything and keeps nothing."""

    protocol_version = "HTTP/1.1"

    def answer(self, status):
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.server.methods.append(self.command)
        self.send_response(status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def do_GET(self):
        self.answer(404)

    def do_PUT(self):
        self.answer(204)

    def log_message(self, *_):
        pass


def make_certificate(folder, name, host):
    paths = f"{folder}/{name}.pem", f"{folder}/{name}.key"
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes"),
            *("-days", "2", "-subj", "/CN=test", "-addext"),
            *(f"subjectAltName={host}", "-out", paths[0], "-keyout", paths[1]),
        ],
        check=True,
        stderr=subprocess.DEVNULL,
    )
    return paths


def serve(certificate, key):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Store)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    # The hands are shaken by the thread of the connection.
    server.socket = context.wrap_socket(
        server.socket, server_side=True, do_handshake_on_connect=False
    )
    server.methods = []
    server.handle_error = lambda *_: None  # Who is not trusted hears so.
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def main():
    program = sys.argv[1]
    if shutil.which("openssl") is None:
        return 77
    failures = 0
    with tempfile.TemporaryDirectory() as folder:
        with open(folder + "/graph.nq", "w") as file:
            file.write("<urn:s> <urn:p> <urn:o> <urn:g> .\n")
        ours = make_certificate(folder, "ours", "IP:127.0.0.1")
        others = make_certificate(folder, "others", "DNS:other.example")
        for name, pair, options, wanted in (
            ("nobody vouches", ours, [], 2),
            ("another host", others, ["--ca-file", others[0]], 2),
            ("another authority", ours, ["--ca-file", others[0]], 2),
            ("trusted", ours, ["--ca-file", ours[0]], 0),
        ):
            server = serve(*pair)
            url = f"https://127.0.0.1:{server.server_address[1]}/store"
            done = subprocess.run(
                [program, "load", folder + "/graph.nq", "--store", url]
                + ["--retries", "0", *options],
                stderr=subprocess.PIPE,
                text=True,
                env={"NO_PROXY": "127.0.0.1"},
            )
            server.shutdown()
            methods = ["GET", "PUT"] if wanted == 0 else []
            good = done.returncode == wanted and server.methods == methods
            print(f"TLS: {name}: {'ok' if good else 'WRONG: ' + done.stderr}")
            failures += not good
    return 1 if failures else 0


sys.exit(main())
