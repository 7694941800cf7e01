#!/usr/bin/env python3
"""Opens every page of a folder in Chromium, at three widths, light and dark, and as A4; tells what is wrong with it.

Speaks the DevTools protocol over two pipes: nothing listens on a port, nothing but Python and Chromium is needed.
With a second folder, screenshots and PDFs are left there.
"""
import base64, json, os, pathlib, shutil, subprocess, sys, tempfile

HERE = pathlib.Path(__file__).parent
WIDTHS = (360, 768, 1280)


class Browser:
    def __init__(self, program, profile):
        ours, theirs = os.pipe(), os.pipe()
        moved = [os.dup(fd) for fd in (theirs[0], ours[1])]

        def take():  # The browser reads commands from 3 and answers on 4.
            high = [os.dup2(fd, 100 + i) for i, fd in enumerate(moved)]
            for i, fd in enumerate(high):
                os.dup2(fd, 3 + i, inheritable=True)

        self.process = subprocess.Popen(
            [program, "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
             "--disable-background-networking", "--disable-component-update", "--remote-debugging-pipe", f"--user-data-dir={profile}"],
            preexec_fn=take, close_fds=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for fd in (theirs[0], ours[1], *moved):
            os.close(fd)
        self.answers, self.commands = os.fdopen(ours[0], "rb", 0), os.fdopen(theirs[1], "wb", 0)
        self.rest, self.number, self.session, self.events = b"", 0, None, []

    def receive(self):
        while b"\0" not in self.rest:
            chunk = self.answers.read(1 << 20)
            if not chunk:
                sys.exit("the browser ended")
            self.rest += chunk
        message, self.rest = self.rest.split(b"\0", 1)
        return json.loads(message)

    def ask(self, method, **parameters):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        self.commands.write(json.dumps(message).encode() + b"\0")
        while True:
            answer = self.receive()
            if answer.get("id") == self.number:
                if "error" in answer:
                    sys.exit(f"{method}: {answer['error']}")
                return answer["result"]
            self.events.append(answer)

    def wait(self, method):
        while not any(event.get("method") == method for event in self.events):
            self.events.append(self.receive())

    def evaluate(self, script):
        result = self.ask("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in result:
            return {"wrong": [json.dumps(result["exceptionDetails"])[:400]]}
        return result["result"].get("value")

    def open(self):
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network", "Accessibility"):
            self.ask(domain + ".enable")

    def show(self, url, width, scheme):
        self.ask("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=False)
        self.ask("Emulation.setEmulatedMedia", media="", features=[{"name": "prefers-color-scheme", "value": scheme}])
        self.events.clear()
        self.ask("Page.navigate", url=url)
        self.wait("Page.loadEventFired")


def told(events, url):
    """What the console said, and what was asked for besides the page itself."""
    for event in events:
        parameters = event.get("params", {})
        match event.get("method"):
            case "Runtime.consoleAPICalled": yield f"console: {parameters['args']}"
            case "Runtime.exceptionThrown": yield f"exception: {parameters['exceptionDetails']}"
            case "Log.entryAdded": yield f"log: {parameters['entry']['text']}"
            case "Network.requestWillBeSent" if parameters["request"]["url"] not in (url, "data:,"):
                yield f"request: {parameters['request']['url'][:200]}"


NAMED = {"button", "link", "textbox", "searchbox", "combobox", "checkbox", "region", "navigation", "img", "image"}


def nameless(browser):
    for node in browser.ask("Accessibility.getFullAXTree")["nodes"]:
        role = node.get("role", {}).get("value")
        if not node["ignored"] and role in NAMED and not node.get("name", {}).get("value"):
            yield f"without a name for a screen reader: {role}"


# The text of a page may not reach out of the printable width of its paper, which Chromium shrinks a page to keep.
PRINTED = """(() => [...document.querySelectorAll("main *")].filter((e) => e.checkVisibility() && Boolean(e.closest(".wide")) === SIDEWAYS)
  .filter((e) => e.getBoundingClientRect().right > innerWidth + 1).slice(0, 3).map((e) => "cut on paper: " + e.outerHTML.slice(0, 120))
  .concat([...document.querySelectorAll(".away")].some((e) => !e.checkVisibility()) ? ["a row is hidden on paper"] : []))()"""


def look(browser, path, name, pictures):
    url = path.resolve().as_uri()
    # Colours hang on no width, but what is above and below does.
    for scheme, widths in (("light", WIDTHS), ("dark", WIDTHS[::2])):
        for width in widths:
            browser.show(url, width, scheme)
            place = f"{name} {width} {scheme}: "
            for text in browser.evaluate((HERE / "rules.js").read_text()) or []:
                yield place + text
            if width == 1280 and scheme == "light":
                used = browser.evaluate((HERE / "use.js").read_text())
                yield from (place + text for text in used["wrong"])
                for kind in TRIED:
                    TRIED[kind] += used.get(kind, 0)
                yield from (place + text for text in nameless(browser))
            yield from (place + text for text in told(browser.events, url))
            if pictures:
                shot = browser.ask("Page.captureScreenshot", format="png")["data"]
                (pictures / f"{name.replace('/', '-')}-{width}-{scheme}.png").write_bytes(base64.b64decode(shot))
    # A4 without its margins is 186 mm wide, or 273 mm sideways.
    for width, sideways in ((703, "false"), (1032, "true")):
        browser.show(url, width, "light")
        browser.ask("Emulation.setEmulatedMedia", media="print")
        yield from (f"{name} on paper: {text}" for text in browser.evaluate(PRINTED.replace("SIDEWAYS", sideways)))
    browser.ask("Emulation.setEmulatedMedia", media="")
    pdf = base64.b64decode(browser.ask("Page.printToPDF", preferCSSPageSize=True, printBackground=True)["data"])
    if not pdf.startswith(b"%PDF"):
        yield f"{name}: no PDF"
    if pictures:
        (pictures / f"{name.replace('/', '-')}.pdf").write_bytes(pdf)


TRIED = {"searched": 0, "filtered": 0, "sorted": 0}


def main(folder, pictures=None):
    program = shutil.which("chromium") or sys.exit("no chromium found; scripts/install chromium")
    pages = sorted(pathlib.Path(folder).rglob("*.html")) or sys.exit("no pages found in " + folder)
    wrong = []
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        browser = Browser(program, profile)
        try:
            browser.open()
            for path in pages:
                wrong += look(browser, path, str(path.relative_to(folder)), pictures and pathlib.Path(pictures))
        finally:
            browser.process.kill()
            browser.process.wait()
    for line in wrong:
        print(line)
    print(len(pages), "pages;", ", ".join(f"{kind} {count}" for kind, count in TRIED.items()))
    sys.exit(1 if wrong or not all(TRIED.values()) else 0)


main(*sys.argv[1:])
