"""The same figures in page, workbook and figures.csv: figures.py FOLDER.

Reads every page of a round's folder with the workbook beside it, by Python's standard library alone, and holds each
figure of the one against the other and against figures.csv. Ends with 1 where one is missing or differs.
"""
import csv
import html.parser
import pathlib
import re
import sys
import xml.etree.ElementTree as tree
import zipfile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
THAI = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
SIGNS = {"": "–", "not computed": "…", "suppressed": "*"}


class Page(html.parser.HTMLParser):
    """Tables as [(caption, [[(name, text)]])], cards as [(label, name, text)], and the other named figures."""

    def __init__(self, text):
        super().__init__()
        self.tables, self.cards, self.others = [], [], []
        # Figures behind a chart stand in a table of its own, and in the workbook on the sheet of charts.
        self.behind, self.said = False, None
        self.paper, self.inside, self.cell, self.label, self.caption = 0, None, None, None, None
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        classes = (attributes.get("class") or "").split()
        if tag == "div":
            # What is printed for paper alone has no names.
            self.paper += 1 if self.paper or "paper" in classes else 0
        if self.paper:
            return
        if tag == "details":
            self.behind = True
        if tag == "title" and self.cell is not None:
            self.said = ""
            return
        if tag == "table" and self.inside is None:
            self.inside = []
        elif tag == "caption":
            self.caption = ""
        elif tag == "tr" and "data-row" in attributes and self.inside is not None:
            self.inside.append([])
        elif tag == "dt":
            self.label = ""
        if "data-figure" in attributes:
            self.cell = [tag, attributes["data-figure"], ""]
        elif tag == "td" and self.inside:
            self.cell = [tag, None, ""]

    def handle_data(self, data):
        if self.said is not None:
            self.said += data
        elif self.cell is not None:
            self.cell[2] += data
        elif self.caption is not None:
            self.caption += data
        elif self.label is not None:
            self.label += data

    def handle_endtag(self, tag):
        if tag == "div" and self.paper:
            self.paper -= 1
        elif tag == "title" and self.said is not None:
            # A shape of a chart says what it is of, and how much.
            self.others.append((self.cell[1], self.said.rsplit(": ", 1)[-1]))
            self.said, self.cell = None, None
        elif tag == "details":
            self.behind = False
        elif tag == "table" and self.inside is not None:
            if self.behind:
                self.others += [cell for row in self.inside for cell in row if cell[0]]
            else:
                self.tables.append((self.title, self.inside))
            self.inside = None
        elif tag == "caption" and self.caption is not None:
            self.title, self.caption = self.caption.strip(), None
        elif tag == "dt" and self.label is not None:
            self.last, self.label = self.label, None
        if self.cell is not None and tag == self.cell[0]:
            _, name, text = self.cell
            if tag == "td" and self.inside:
                self.inside[-1].append((name, text))
            elif tag == "dd":
                self.cards.append((self.last, name, text))
            else:
                self.others.append((name, text))
            self.cell = None


def sheets(path):
    """The cells of every sheet by its name: {row: [value]}."""
    with zipfile.ZipFile(path) as book:
        assert book.testzip() is None, path
        strings = [
            "".join(text.text or "" for text in item.iter(MAIN + "t"))
            for item in tree.fromstring(book.read("xl/sharedStrings.xml"))
        ]
        names = [sheet.get("name") for sheet in tree.fromstring(book.read("xl/workbook.xml")).iter(MAIN + "sheet")]
        found = {}
        for index, name in enumerate(names):
            rows = {}
            for row in tree.fromstring(book.read(f"xl/worksheets/sheet{index + 1}.xml")).iter(MAIN + "row"):
                cells = {}
                for cell in row:
                    value = cell.find(MAIN + "v")
                    if value is not None:
                        text = strings[int(value.text)] if cell.get("t") == "s" else float(value.text)
                        cells[re.match("[A-Z]+", cell.get("r")).group()] = text
                rows[int(row.get("r"))] = cells
            found[name] = rows
        return found


def place(column):
    number = 0
    for letter in column:
        number = number * 26 + ord(letter) - 64
    return number


def agrees(text, value):
    """Whether a text shows a value of figures.csv, as exactly as it says."""
    text = text.strip().translate(THAI)
    if value in SIGNS:
        return text == SIGNS[value]
    plain = text.replace(",", "").replace("−", "-").replace("+", "").strip()
    found = re.fullmatch(r"(?:1 : )?(-?\d+(?:\.(\d+))?)( ?%| จุด| pp)?", plain)
    if not found:
        return False
    scale = 100 if found.group(3) and "%" in found.group(3) else 1
    half = 0.5 * 10 ** -len(found.group(2) or "")
    return abs(float(found.group(1)) - float(value) * scale) <= half * 1.0001


def holds(cell, text, value):
    """Whether a cell of a workbook holds a value of figures.csv; a text must be the page's."""
    if isinstance(cell, float):
        return value not in SIGNS and abs(cell - float(value)) < 1e-9 * max(1, abs(cell))
    return cell == text.strip()


def compare(page_path, book_path, figures):
    page, book = Page(page_path.read_text()), sheets(book_path)
    count = 0
    by_title = {}
    for name, rows in book.items():
        first = rows.get(1, {}).get("A")
        by_title.setdefault(first, []).append(rows)
    for name, text in page.others + [(name, text) for _, name, text in page.cards]:
        if name not in figures:
            yield f"figures.csv has no {name}"
        elif not agrees(text, figures[name]):
            yield f"{name}: the page says {text}, figures.csv {figures[name]!r}"
        count += 1
    overview = next(iter(book.values()))
    labels = {}
    for cells in overview.values():
        if "A" in cells and "B" in cells:
            labels.setdefault(cells["A"], []).append(cells["B"])
    for label, name, text in page.cards:
        cells = labels.get(label)
        if not cells:
            yield f"the workbook has no card {label}"
        elif name in figures and not holds(cells.pop(0), text, figures[name]):
            yield f"{name}: the card of the workbook differs from {figures[name]!r}"
    for title, rows in page.tables:
        if not any(name for row in rows for name, _ in row):
            continue
        candidates = by_title.get(title)
        if not candidates:
            yield f"no sheet has the title {title}"
            continue
        cells = candidates.pop(0)
        wanted = [row for row in rows if row]
        width = len(wanted[0])
        # The page's rows follow each other in the sheet; the first is found by its figures.
        lines = [cells[number] for number in sorted(cells) if cells[number]]
        tails = [[line[key] for key in sorted(line, key=place)][-width:] for line in lines]
        fits = lambda tail, row: len(tail) == width and all(
            name in figures and holds(cell, text, figures[name]) for cell, (name, text) in zip(tail, row))
        start = next((at for at in range(len(tails)) if all(
            at + index < len(tails) and fits(tails[at + index], row) for index, row in enumerate(wanted))), None)
        if start is None:
            first = next((index for index, row in enumerate(wanted) if not any(fits(tail, row) for tail in tails)), None)
            row = wanted[first] if first is not None else wanted[0]
            yield f"{title}: the sheet has no row {row[:3]} ({[figures.get(name) for name, _ in row[:3]]})"
        for row in wanted:
            for name, text in row:
                count += 1
                if name not in figures:
                    yield f"figures.csv has no {name}"
                elif not agrees(text, figures[name]):
                    yield f"{name}: the page says {text}, figures.csv {figures[name]!r}"
    print(f"{page_path.name}: {count} figures of {len(page.tables)} tables and {len(page.cards)} cards")


def main(folder):
    folder = pathlib.Path(folder)
    with open(folder / "figures.csv", encoding="utf-8-sig", newline="") as file:
        lines = list(csv.DictReader(file))
    figures = {":".join((line["table"], line["row"], line["column"])): line["value"] for line in lines}
    wrong = []
    pages = sorted(folder.rglob("*.html"))
    for page in pages:
        book = page.with_suffix(".xlsx")
        wrong += [f"{page.name}: {text}" for text in compare(page, book, figures)]
    print("\n".join(wrong[:40]))
    print(f"{len(pages)} pages and workbooks, {len(wrong)} differences")
    sys.exit(1 if wrong or not pages else 0)


main(sys.argv[1])
