"""Chromium without a window, spoken to over a pipe.

The Chrome DevTools Protocol, https://chromedevtools.github.io/devtools-protocol/,
needs nothing but Python's own library: messages are JSON, each ended by a NUL.
"""

import base64
import json
import os
import select
import shutil
import subprocess
import tempfile
import time


def find():
    """The program, or None."""
    return shutil.which("chromium")


class Browser:
    """One page of one browser; `complaints` are its errors and requests."""

    def __init__(self, program, width=1280, height=860):
        self.folder = tempfile.mkdtemp()
        to_read, self.output = os.pipe()
        self.input, to_write = os.pipe()

        def place_pipes():
            # Through high numbers, for one may be where another belongs.
            os.dup2(to_read, 103)
            os.dup2(to_write, 104)
            os.dup2(103, 3)
            os.dup2(104, 4)

        self.process = subprocess.Popen(
            [program, "--headless", "--no-sandbox", "--disable-gpu",
             "--hide-scrollbars", "--disable-dev-shm-usage",
             f"--window-size={width},{height}", "--remote-debugging-pipe",
             "--user-data-dir=" + self.folder, "about:blank"],
            close_fds=False, preexec_fn=place_pipes,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_read)
        os.close(to_write)
        self.received = b""
        self.number = 0
        self.events = []
        self.complaints = []
        self.session = None
        target = next(t for t in self.call("Target.getTargets")["targetInfos"]
                      if t["type"] == "page")
        self.session = self.call("Target.attachToTarget", flatten=True,
                                 targetId=target["targetId"])["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(domain + ".enable")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _receive(self, seconds=30):
        """The next message; events are kept as well."""
        while b"\0" not in self.received:
            if not select.select([self.input], [], [], seconds)[0]:
                raise TimeoutError("Chromium does not answer")
            chunk = os.read(self.input, 1 << 16)
            if not chunk:
                raise EOFError("Chromium has ended")
            self.received += chunk
        message, self.received = self.received.split(b"\0", 1)
        message = json.loads(message)
        if "method" in message:
            self._note(message)
        return message

    def _note(self, event):
        self.events.append(event["method"])
        parameters = event["params"]
        if event["method"] == "Runtime.exceptionThrown":
            details = parameters["exceptionDetails"]
            self.complaints.append(
                details.get("exception", details).get("description", ""))
        if event["method"] == "Runtime.consoleAPICalled":
            self.complaints.append("console: " + str(parameters["args"]))
        if event["method"] == "Log.entryAdded":
            self.complaints.append(parameters["entry"]["text"])
        if event["method"] == "Network.requestWillBeSent":
            url = parameters["request"]["url"]
            if not url.startswith("file:") and not url.startswith("about:"):
                self.complaints.append("request: " + url)

    def call(self, method, **parameters):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.output, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._receive()
            if answer.get("id") != self.number:
                continue
            if "error" in answer:
                raise RuntimeError(method + ": " + answer["error"]["message"])
            return answer["result"]

    def open(self, path):
        """Opens a file; the seconds until it is loaded and drawn."""
        begin = time.monotonic()
        self.events.clear()
        self.call("Page.navigate", url="file://" + os.path.abspath(path))
        while "Page.loadEventFired" not in self.events:
            self._receive()
        self.evaluate("new Promise((drawn) => requestAnimationFrame(() => "
                      "requestAnimationFrame(drawn)))")
        return time.monotonic() - begin

    def evaluate(self, script):
        """The value of an expression in the page, promises awaited."""
        answer = self.call("Runtime.evaluate", expression=script,
                           returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(script + ": " + str(answer["exceptionDetails"]))
        return answer["result"].get("value")

    def click(self, x, y):
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y,
                      button="left", clickCount=1)

    def drag(self, x, y, to_x, to_y):
        for kind, place in (("mousePressed", (x, y)), ("mouseMoved", (to_x, to_y)),
                            ("mouseReleased", (to_x, to_y))):
            self.call("Input.dispatchMouseEvent", type=kind, x=place[0], y=place[1],
                      button="left", buttons=1, clickCount=1)

    def press(self, key, text=""):
        self.call("Input.dispatchKeyEvent", type="keyDown", key=key, text=text)
        self.call("Input.dispatchKeyEvent", type="keyUp", key=key)

    def prefer(self, scheme):
        self.call("Emulation.setEmulatedMedia", features=[
            {"name": "prefers-color-scheme", "value": scheme}])

    def screenshot(self, path):
        picture = self.call("Page.captureScreenshot")["data"]
        with open(path, "wb") as file:
            file.write(base64.b64decode(picture))
