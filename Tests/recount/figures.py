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
    """Tables as [(caption, [[(name, text)]])], cards as [(label, name, text)], and the other named figures.

    Charts as [(title, [(name, text, whether it is drawn)])]; a table that a chart brings with it is in no workbook.
    """

    def __init__(self, text):
        super().__init__()
        self.tables, self.cards, self.others = [], [], []
        self.paper, self.inside, self.cell, self.label, self.caption = 0, None, None, None, None
        self.charts, self.brought, self.figure, self.mark = [], [], None, None
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        classes = (attributes.get("class") or "").split()
        if tag == "div":
            # What is printed for paper alone has no names.
            self.paper += 1 if self.paper or "paper" in classes else 0
        if self.paper:
            return
        if tag == "figure":
            self.figure = ["", []]
        elif tag == "figcaption":
            self.caption = ""
        elif self.mark is not None:
            self.mark[2] |= tag in ("rect", "path")
        elif tag == "svg" and self.figure is not None:
            # The picture for a phone is the same again.
            self.drawn = self.figure[1] if "desk" in classes else None
        if tag == "g":
            self.mark = [attributes["data-figure"], "", False]
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
        if self.mark is not None:
            # Its title ends with the figure, and comes before its label.
            self.mark[1] = self.mark[1] or data.rpartition(": ")[2]
        elif self.cell is not None:
            self.cell[2] += data
        elif self.caption is not None:
            self.caption += data
        elif self.label is not None:
            self.label += data

    def handle_endtag(self, tag):
        if tag == "div" and self.paper:
            self.paper -= 1
        elif tag == "g":
            if self.drawn is not None:
                self.drawn.append(tuple(self.mark))
            self.mark = None
        elif tag == "figure":
            self.charts.append(tuple(self.figure))
            self.figure = None
        elif tag == "figcaption":
            self.figure[0], self.caption = self.caption, None
        elif tag == "table" and self.inside is not None:
            (self.tables if self.figure is None else self.brought).append((self.title, self.inside))
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


def charts(path):
    """The numbers that each chart of a workbook draws, in their order, by its title; without the sign of a side."""
    CHART, DRAWING = (f"{{http://schemas.openxmlformats.org/drawingml/2006/{name}}}" for name in ("chart", "main"))
    with zipfile.ZipFile(path) as book:
        found = []
        for name in book.namelist():
            if not re.fullmatch(r"xl/charts/chart\d+\.xml", name):
                continue
            chart = tree.fromstring(book.read(name))
            title = "".join(text.text or "" for text in chart.find(f".//{CHART}title").iter(DRAWING + "t"))
            values = [value.text for one in chart.iter(CHART + "val") for value in one.iter(CHART + "v")]
            found.append((title, sorted(abs(float(value)) for value in values)))
        return found


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
    found = re.fullmatch(r"(?:1 : )?(-?\d+(?:\.(\d+))?)( ?%| จุด| pp)?(?: \(.*%\))?", plain)
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
    for _, rows in page.brought:
        page.others += [cell for row in rows for cell in row]
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
    for name, text, _ in [mark for _, marks in page.charts for mark in marks]:
        if name not in figures or not agrees(text, figures[name]):
            yield f"{name}: a chart says {text}, figures.csv {figures.get(name)!r}"
        count += 1
    drawn = charts(book_path)
    for title, marks in page.charts:
        numbers = sorted(abs(float(figures[name])) for name, _, is_drawn in marks if is_drawn)
        same = lambda other: len(other) == len(numbers) and all(
            abs(one - two) < 1e-9 * max(1, one) for one, two in zip(numbers, other))
        if not any(title == other and same(values) for other, values in drawn):
            yield f"no chart of the workbook draws what the page draws of {title}"
    if len(drawn) != len(page.charts):
        yield f"the workbook has {len(drawn)} charts, the page {len(page.charts)}"
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
    print(f"{page_path.name}: {count} figures of {len(page.tables)} tables, {len(page.cards)} cards"
          f" and {len(page.charts)} charts")


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


if __name__ == "__main__":
    main(sys.argv[1])
