#!/usr/bin/env python3
"""Opens the pages of `demarche diagram --format html` in Chromium and uses them.

    tests/browser/diagram_page_test.py build/demarche [FOLDER FOR SCREENSHOTS]
"""

import itertools
import os
import subprocess
import sys
import tempfile
import unittest

import chromium

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
DEMARCHE = os.path.abspath(sys.argv[1])
SCREENSHOTS = sys.argv[2] if len(sys.argv) > 2 else None
ONTOLOGY = "https://w3id.org/demarche/ontology#"
HOSTILE = "</script><img src=x onerror=\"window.harmed=1\"><!-- {{script}}"
STATES = ("Albania Austria Belgium Bulgaria Chad Chile China Croatia Cuba Denmark "
          "Egypt Estonia Finland France Ghana Greece Hungary Iceland India Iran "
          "Iraq Italy Japan Kenya Latvia Libya Mali Malta Mexico Norway").split()


def middle_of(selector):
    return f"""(() => {{
      const r = document.querySelector({selector!r}).getBoundingClientRect();
      return [r.x + r.width / 2, r.y + r.height / 2]; }})()"""


def hostile_graph():
    """Of actors whose names are markup."""
    words = HOSTILE.replace('"', '\\"')
    return "".join(
        f"<urn:{name}> <{ONTOLOGY}accuses> <urn:b> .\n<urn:{name}> "
        f"<http://www.w3.org/2000/01/rdf-schema#label> \"{words}{name}\" .\n<urn:{name}> "
        f"<http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <{ONTOLOGY}State> .\n"
        for name in "ac")


class DiagramPage(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.browser = chromium.Browser(chromium.find())

    @classmethod
    def tearDownClass(cls):
        cls.browser.__exit__()
        cls.folder.cleanup()

    def setUp(self):
        self.browser.complaints.clear()

    def tearDown(self):
        self.assertEqual(self.browser.complaints, [])

    def open(self, *arguments, text=None, name="article.txt", kind="html"):
        """Draws a text, or the files among the arguments; opens the page."""
        page = os.path.join(self.folder.name, "page." + kind)
        if text is not None:
            path = os.path.join(self.folder.name, name)
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
            arguments += (path,)
        subprocess.run([DEMARCHE, "diagram", "--format", kind, "-o", page,
                        *arguments], check=True, stderr=subprocess.DEVNULL)
        return self.browser.open(page)

    def open_ferry(self):
        self.open("--publisher", "The Post", "--published", "2023-01-12",
                  TOP + "/examples/ferry_talks.txt")

    def value(self, script):
        return self.browser.evaluate(script)

    def text(self, selector):
        return self.value(f"document.querySelector({selector!r}).textContent")

    def shown(self, selector):
        return self.value(f"[...document.querySelectorAll({selector!r})]"
                          ".filter((node) => node.getClientRects().length).length")

    def click(self, selector):
        self.browser.click(*self.value(middle_of(selector)))

    def find_label(self, words):
        """Gives the label that holds the words the id "wanted"."""
        self.value(f"""[...document.querySelectorAll('.label')].find((label) =>
            label.textContent.includes({words!r})).id = 'wanted'""")

    def overlapping(self, selector):
        """The texts of what overlaps on the screen, pair by pair."""
        return self.value(f"""(() => {{
            const nodes = [...document.querySelectorAll({selector!r})];
            const places = nodes.map((node) => node.getBoundingClientRect());
            const pairs = [];
            places.forEach((a, i) => places.slice(0, i).forEach((b, j) => {{
              if (a.left < b.right && b.left < a.right && a.top < b.bottom &&
                  b.top < a.bottom)
                pairs.push(nodes[i].parentNode.textContent + ' / ' +
                  nodes[j].parentNode.textContent);
            }}));
            return pairs; }})()""")

    def screenshot(self, name):
        if SCREENSHOTS:
            self.browser.screenshot(os.path.join(SCREENSHOTS, name + ".png"))

    def test_a_click_opens_the_sentence_and_who_says_so(self):
        self.open_ferry()
        self.assertFalse(self.shown("#details"))
        self.find_label("withdraws from [Croatia]")
        self.click("#wanted")
        self.assertTrue(self.shown("#details"))
        self.assertEqual(self.text("#details mark"), "walking")
        self.assertIn("Croatia accused Italy on Thursday of walking out of talks",
                      self.text("#details blockquote"))
        self.assertIn("The Post → Croatia (“accused”)", self.text(".chain"))
        self.browser.press("0", "0")
        self.screenshot("details")  # The README's picture.
        self.browser.press("Escape")
        self.assertFalse(self.shown("#details"))

    def test_a_box_opens_all_its_relations(self):
        self.open_ferry()
        self.value("[...document.querySelectorAll('.box')].find((box) =>"
                   " box.textContent.includes('Italy')).id = 'wanted'")
        self.click("#wanted")
        self.assertEqual(self.text("#details-title"), "Italy")
        self.assertGreater(self.shown("#details h3"), 2)

    def test_a_filter_hides_arrows(self):
        self.open_ferry()
        before = self.shown(".label")
        self.value("""(() => { const select = document.getElementById('filter-relation');
            select.value = 'accuses';
            select.dispatchEvent(new Event('input', { bubbles: true })); })()""")
        self.assertEqual(self.shown(".label"), 1)
        self.assertEqual(self.shown(".box"), 2)
        self.assertIn("2 of", self.text("#shown"))
        self.click("#clear")
        self.value("new Promise((done) => setTimeout(done, 20))")
        self.assertEqual(self.shown(".label"), before)

    def test_other_filters(self):
        self.open_ferry()
        for name, value, rest in (("since", "2024", 0), ("count", "9", 0),
                                  ("source", "Croatia", None)):
            self.value(f"""(() => {{
                document.getElementById('filters').reset();
                const field = document.getElementById('filter-{name}');
                field.value = {value!r};
                field.dispatchEvent(new Event('input', {{ bubbles: true }})); }})()""")
            if rest is None:
                self.assertGreater(self.shown(".label"), 0)
                self.assertEqual(self.shown(".arrow:not(.claimed):not(#legend *)"), 0)
            else:
                self.assertEqual(self.shown(".label"), rest, name)
            self.value("new Promise((done) => setTimeout(done, 20))")

    def test_search_finds(self):
        self.open_ferry()
        self.browser.press("/")
        for letter in "croat":
            self.browser.press(letter, letter)
        self.assertGreater(self.shown(".box.match"), 0)
        self.assertIn("found", self.text("#found"))
        self.browser.press("Enter", "\r")
        self.assertEqual(self.text("#details-title"), "Croatia")
        self.screenshot("search")

    def test_the_keyboard_moves_opens_and_closes(self):
        self.open_ferry()
        self.value("document.querySelector('.box').focus()")
        self.browser.press("Enter", "\r")
        self.assertTrue(self.shown("#details"))
        self.browser.press("Escape")
        self.assertFalse(self.shown("#details"))
        self.assertTrue(self.value("document.activeElement.classList.contains('box')"))
        self.browser.press("0", "0")
        before = self.value("document.getElementById('scene').getAttribute('transform')")
        self.browser.press("+", "+")
        zoomed = self.value("document.getElementById('scene').getAttribute('transform')")
        self.browser.press("ArrowLeft")
        moved = self.value("document.getElementById('scene').getAttribute('transform')")
        self.assertEqual(len({before, zoomed, moved}), 3)
        self.browser.press("0", "0")
        self.assertEqual(before, self.value(
            "document.getElementById('scene').getAttribute('transform')"))

    def test_the_mouse_moves_and_zooms(self):
        self.open_ferry()
        x, y = self.value(middle_of(".box"))
        self.browser.drag(x, y, x + 90, y + 50)
        moved = self.value(middle_of(".box"))
        self.assertEqual([round(moved[0] - x), round(moved[1] - y)], [90, 50])
        self.assertFalse(self.shown("#details"))  # A drag is no click.
        width = "document.querySelector('.box rect').getBoundingClientRect().width"
        before = self.value(width)
        self.browser.call("Input.dispatchMouseEvent", type="mouseWheel", x=x, y=y,
                          deltaX=0, deltaY=-200)
        self.value("new Promise((done) => setTimeout(done, 50))")
        self.assertGreater(self.value(width), before * 1.2)

    def test_dark_and_light(self):
        colours = set()
        for scheme in ("light", "dark"):
            self.browser.prefer(scheme)
            self.open_ferry()
            self.screenshot(scheme)
            colours.add(self.value("getComputedStyle(document.body).backgroundColor"))
        self.browser.press("t", "t")
        self.assertIn(self.value("getComputedStyle(document.body).backgroundColor"),
                      colours)
        self.assertEqual(len(colours), 2)
        self.browser.prefer("light")

    def test_every_kind_of_diagram_opens_its_sentences(self):
        for kind in ("events", "narratives", "timeline"):
            self.open("--kind", kind, TOP + "/examples/armenia_digest.txt")
            self.screenshot(kind)
            self.value("[...document.querySelectorAll('.box.event')].at(-1).id = 'wanted'")
            self.click("#wanted")
            self.assertGreater(self.shown("#details mark"), 0, kind)

    def test_a_timeline_is_filtered_by_actor(self):
        self.open("--kind", "timeline", text=(
            "France accused Chad on Friday. Kenya praised Uganda in 2020."))
        self.value("""(() => { const select = document.getElementById('filter-actor');
            select.value = 'Kenya';
            select.dispatchEvent(new Event('input', { bubbles: true })); })()""")
        self.assertEqual(self.shown(".box"), 1)

    def test_what_an_article_says_runs_nothing(self):
        self.open("--title", HOSTILE, "--publisher", HOSTILE, text=(
            f"France accused Chad of spying on {HOSTILE} on Friday.\n\n"
            f"{HOSTILE} criticised Mali.\n"))
        self.assertGreater(self.shown(".label"), 0)
        for number in range(self.value("document.querySelectorAll('.label').length")):
            self.value(f"document.querySelectorAll('.label')[{number}]"
                       ".dispatchEvent(new Event('click'))")
            self.assertIn("onerror", self.text("#details"))
        self.open(text=hostile_graph(), name="hostile.nt")
        self.assertIn("onerror", self.text("#boxes"))
        self.assertIn("onerror", self.text("#filter-actor"))
        self.assertEqual(self.value("document.querySelectorAll('img').length"), 0)
        self.assertIsNone(self.value("window.harmed"))

    def test_what_an_article_says_runs_nothing_in_an_image(self):
        self.open(kind="svg", text=hostile_graph(), name="hostile.nt")
        self.assertGreater(self.value("document.querySelectorAll('text').length"), 1)
        self.assertIn("onerror", self.value("document.documentElement.textContent"))
        self.assertEqual(self.value("document.querySelectorAll('img').length"), 0)
        self.assertIsNone(self.value("window.harmed"))

    def test_thirty_actors_have_labels_that_do_not_overlap(self):
        pairs = [(a, STATES[(i * 7 + 3) % 30]) for i, a in enumerate(STATES)]
        pairs += [(a, STATES[(i + 1) % 30]) for i, a in enumerate(STATES) if i % 2]
        verbs = itertools.cycle(("accused", "praised", "attacked"))
        text = "\n\n".join(f"{a} {next(verbs)} {b}." for a, b in pairs)
        self.open(text=text)
        self.screenshot("thirty")
        self.assertGreaterEqual(self.shown(".box"), 30)
        self.assertEqual(self.overlapping(".box rect, .label text"), [])
        wide = self.value("""[...document.querySelectorAll('.box')].filter((box) =>
            box.querySelector('text').getBBox().width >
            box.querySelector('rect').getBBox().width).length""")
        self.assertEqual(wide, 0)
        self.open(text=text, kind="svg")
        self.assertEqual(self.overlapping("text"), [])

    def test_a_thousand_boxes_open_in_three_seconds(self):
        lines = []
        for i in range(1000):
            for step in (1, 17 + i % 29):
                lines.append(f"<urn:actor{i}> <{ONTOLOGY}accuses> "
                             f"<urn:actor{(i * step + step) % 1000}> .")
        seconds = self.open(text="\n".join(lines), name="many.nt")
        self.screenshot("thousand")
        self.assertGreaterEqual(self.shown(".box"), 1000)
        self.assertLess(seconds, 3)
        self.assertGreater(self.shown(".name"), 20)  # Legible from far away.
        self.assertEqual(self.overlapping(".name rect"), [])
        self.browser.press("+", "+")
        self.assertGreater(self.shown(".name"), 20)
        print(f"1,000 boxes and {self.shown('.link')} arrows: {seconds:.2f} s")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=1)
