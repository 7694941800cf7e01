#!/usr/bin/env python3
"""Adds up the annual book of a folder of DMC student lists again, and compares every figure of it.

usage: book.py FOLDER DUPLICATES FIGURES YYYY-MM-DD [--year YEAR] [--rates FILE --term TERM] [--movements FILE]
               [--earlier WHAT YEAR FOLDER DUPLICATES]…

FOLDER holds dmc/ with the lists and register/schools.csv, perhaps previous/ with those of the round before and
population/ with a list of the population; DUPLICATES, FIGURES and the movements are duplicates.csv, figures.csv and
movements.csv of a run; the day is that of the round. The rates are what is paid by level. Earlier rounds are counted
as this one is; WHAT is what the run compares them as (previous, last-year, or - for nothing). Which rows are one
person, and whom nobody found again, is taken from the run, as in recount.py.

Prints "TABLE: N figures agree" for each table whose name begins with book- or money-, and every figure that differs; ends
with 1 when any does, or when a figure is on one side only. It reads lists without spelling mistakes, as
`krong synth --layout evolving` writes them; the office with planted mistakes is for recount.py.
"""

import argparse
import csv
import datetime
import math
import sys
from collections import defaultdict
from decimal import Decimal
from pathlib import Path

import recount

LEVELS = {"อ": "pre-primary", "ป": "primary", "ม": None}
SIZES = {
    "book-by-size-seven": [("1", 1, 120), ("2", 121, 200), ("3", 201, 300), ("4", 301, 499),
                           ("5", 500, 1499), ("6", 1500, 2499), ("7", 2500, None)],
    "book-by-size-primary": [("small", 1, 120), ("medium", 121, 600), ("large", 601, 1500),
                             ("extra-large", 1501, None)],
    "book-by-size-secondary": [("small", 1, 499), ("medium", 500, 1499), ("large", 1500, 2499),
                               ("extra-large", 2500, None)],
    "book-small-schools": [("1-20", 1, 20), ("21-40", 21, 40), ("41-60", 41, 60), ("61-80", 61, 80),
                           ("81-100", 81, 100), ("101-120", 101, 120), ("121+", 121, None)],
}


def level(grade):
    if not grade:
        return "unknown"
    if grade[0] == "ม":
        return "lower-secondary" if int(grade[-1]) <= 3 else "upper-secondary"
    return LEVELS[grade[0]]


def day(text):
    """A birth date as the lists write it: day, month and year of either era, or a spreadsheet's number."""
    text = recount.cleaned(text).translate(recount.THAI_DIGITS)
    if text.split(".")[0].isdigit():
        return datetime.date(1899, 12, 30) + datetime.timedelta(int(text.split(".")[0]))
    parts = [int(part) for part in text.split(" ")[0].replace("-", "/").split("/")]
    if parts[0] > 1000:
        parts.reverse()
    year = parts[2] - 543 if parts[2] > 2400 else parts[2]
    return datetime.date(year, parts[1], parts[0])


def pupils_of(path, name):
    """The registrations of a list with the cells that the book counts by."""
    rows = recount.rows_of(path)
    header_row = next(number for number, row in rows if "ชั้น" in row and "วันเกิด" in row)
    header = dict(rows)[header_row]
    cells = {number: row for number, row in rows}
    for pupil in recount.registrations(path, name):
        row = cells[pupil["place"][1]]
        get = lambda title: recount.cleaned(row[header.index(title)]) if title in header else ""
        pupil["room"] = get("ห้อง").split(".")[0]
        pupil["birth"] = day(get("วันเกิด"))
        pupil["nationality"] = get("สัญชาติ")
        pupil["religion"] = get("ศาสนา")
        need = get("ความด้อยโอกาส")
        pupil["need"] = "" if need in ("", "-") else need
        yield pupil


def age(birth, on):
    return on.year - birth.year - ((on.month, on.day) < (birth.month, birth.day))


class Book:
    """The figures that the lists give, by table, row and column."""

    def __init__(self, pupils, again, register, on, rates):
        self.pupils, self.again, self.on, self.rates = pupils, again, on, rates
        self.schools = [school["รหัสโรงเรียน"] for school in register]
        self.levels = {school["รหัสโรงเรียน"]: school["ระดับที่เปิดสอน"] for school in register}
        self.figures = {}

    def counts(self, pupils):
        persons = [pupil for pupil in pupils if pupil["place"] not in self.again]
        rooms = {
            (p["school"], p["grade"], p["room"])
            for p in pupils if p["grade"] and p["room"] and p["school"] in self.schools
        }
        return persons, rooms

    def put(self, table, row, column, value):
        self.figures[table, row, column] = value

    def size(self, table, row, pupils, schools, all_schools, everybody):
        persons, rooms = self.counts(pupils)
        male = sum(p["sex"] == "ช" for p in persons)
        female = sum(p["sex"] == "ญ" for p in persons)
        with_list = len({p["school"] for p in pupils} & set(schools))
        schools = len(schools)
        values = {
            "schools": schools, "schools-with": with_list, "schools-share": (schools, all_schools), "male": male, "female": female,
            "persons": len(persons), "persons-share": (len(persons), everybody), "rooms": len(rooms),
            "per-room": (len(persons), len(rooms)), "per-school": (len(persons), with_list),
        }
        for column, value in values.items():
            self.put(table, row, column, value)

    def by_schools(self, table, classes, of_school):
        everybody = len(self.counts(self.pupils)[0])
        for name in classes:
            schools = [school for school in self.schools if of_school[school] == name]
            pupils = [pupil for pupil in self.pupils if of_school.get(pupil["school"]) == name]
            self.size(table, name, pupils, schools, len(self.schools), everybody)
        self.size(table, "total", self.pupils, self.schools, len(self.schools), everybody)

    def sizes(self):
        persons = defaultdict(int)
        for pupil in self.counts(self.pupils)[0]:
            persons[pupil["school"]] += 1
        for table, bands in SIZES.items():
            bands = [("0", 0, 0)] + bands
            of_school = {}
            for school in self.schools:
                fits = lambda band: band[1] <= persons[school] and (band[2] is None or persons[school] <= band[2])
                of_school[school] = next(band[0] for band in bands if fits(band))
            self.by_schools(table, [band[0] for band in bands], of_school)
        self.by_schools("book-by-levels-offered", set(self.levels.values()), self.levels)

    def by_grade(self):
        groups = [(grade, [p for p in self.pupils if p["grade"] == grade]) for grade in recount.GRADES]
        for name in ("pre-primary", "primary", "lower-secondary", "upper-secondary"):
            groups.append((name, [p for p in self.pupils if level(p["grade"]) == name]))
        groups.append(("total", self.pupils))
        everybody = len(self.counts(self.pupils)[0])
        for name, pupils in groups:
            persons, rooms = self.counts(pupils)
            values = {
                "male": sum(p["sex"] == "ช" for p in persons),
                "female": sum(p["sex"] == "ญ" for p in persons),
                "persons": len(persons), "share": (len(persons), everybody), "rooms": len(rooms),
                "per-room": (len(persons), len(rooms)), "schools": len({p["school"] for p in pupils}),
                "not-removable": sum(p["flagged"] for p in persons), "registered": len(pupils),
                "further": len(pupils) - len(persons),
            }
            if pupils:
                for column, value in values.items():
                    self.put("book-by-grade", name, column, value)

    def rooms_by_school(self):
        for name in self.schools + ["total"]:
            pupils = [p for p in self.pupils if name in (p["school"], "total")]
            persons, rooms = self.counts(pupils)
            values = {
                "persons": len(persons), "rooms": len(rooms), "per-room": (len(persons), len(rooms)),
                "not-removable": sum(p["flagged"] for p in persons),
            }
            for column, value in values.items():
                self.put("book-rooms-by-school", name, column, value)

    def crossed(self, table, key, wanted=lambda pupil: True, by_grade=False):
        """Rows of a value, columns of level (and grade) and sex; only those that any registration has."""
        outer = lambda pupil: pupil["grade"] if by_grade else level(pupil["grade"])
        rows = [pupil for pupil in self.pupils if wanted(pupil)]
        values = sorted({key(pupil) for pupil in rows}) + ["total"]
        outers = list(dict.fromkeys(outer(pupil) for pupil in rows))
        if by_grade:
            outers += list({level(name) for name in outers})
        spans = [(None, "all")] + [(name, name) for name in outers]
        for value in values:
            for name, column in spans:
                fits = lambda p: name is None or name in (outer(p), level(p["grade"]))
                persons = [
                    p for p in rows
                    if value in (key(p), "total") and fits(p) and p["place"] not in self.again
                ]
                for sex, end in (("ช", "ช"), ("ญ", "ญ"), (None, "all")):
                    count = sum(sex in (None, p["sex"]) for p in persons)
                    self.put(table, value, f"{column}/{end}", count)

    def registration(self):
        kinds = lambda p: p["written"].lstrip("'")[:1]
        rows = self.pupils
        for kind in sorted({kinds(p) for p in rows}) + ["total"]:
            persons = [p for p in rows if kind in (kinds(p), "total") and p["place"] not in self.again]
            for sex in ("ช", "ญ"):
                self.put("book-registration", kind, sex, sum(p["sex"] == sex for p in persons))
            self.put("book-registration", kind, "all", len(persons))

    def unregistered_by_school(self):
        for name in self.schools + ["total"]:
            pupils = [p for p in self.pupils if name in (p["school"], "total")]
            persons = self.counts(pupils)[0]
            codes = sum(p["written"].startswith("G") for p in persons)
            zeros = sum(p["written"].startswith("0") for p in persons)
            values = {"g-code": codes, "zero": zeros, "persons": len(persons), "share": (codes, len(persons))}
            for column, value in values.items():
                self.put("book-unregistered-by-school", name, column, value)

    def money(self):
        paid = lambda pupils: satang(sum(self.rates[level(p["grade"])] for p in pupils))
        by_school = [(name, [p for p in self.pupils if name in (p["school"], "total")])
                     for name in self.schools + ["total"]]
        by_grade = [(grade, [p for p in self.pupils if p["grade"] == grade]) for grade in recount.GRADES]
        for name in ("pre-primary", "primary", "lower-secondary", "upper-secondary"):
            by_grade.append((name, [p for p in self.pupils if level(p["grade"]) == name]))
        by_grade = [(name, pupils) for name, pupils in by_grade if pupils] + [("total", self.pupils)]
        for table, lines in (("money-by-school", by_school), ("money-by-grade", by_grade)):
            for name, pupils in lines:
                again = [p for p in pupils if p["place"] in self.again]
                persons = [p for p in pupils if p["place"] not in self.again]
                values = {
                    "registered": len(pupils), "persons": len(persons), "further": len(again),
                    "amount-registered": paid(pupils), "amount": paid(persons), "pay-back": paid(again),
                    "no-rate": 0,
                }
                for column, value in values.items():
                    self.put(table, name, column, value)

    def population(self, path):
        lived = defaultdict(int)
        if path:
            with open(path, encoding="utf-8-sig", newline="") as file:
                for line in csv.DictReader(file):
                    if line["อายุ"].isdigit():
                        lived[int(line["อายุ"])] += int(line["รวม"])
        bands = [("0-2", 0, 2), ("3-5", 3, 5), ("6-11", 6, 11), ("12-14", 12, 14), ("15-17", 15, 17),
                 ("18+", 18, 999), ("total", 0, 999)]
        for name, first, last in bands:
            persons = self.counts([p for p in self.pupils if first <= age(p["birth"], self.on) <= last])[0]
            people = [lived[years] for years in lived if first <= years <= last]
            self.put("book-population", name, "male", sum(p["sex"] == "ช" for p in persons))
            self.put("book-population", name, "female", sum(p["sex"] == "ญ" for p in persons))
            self.put("book-population", name, "persons", len(persons))
            self.put("book-population", name, "population", sum(people) if people else None)
            self.put("book-population", name, "share", (len(persons), sum(people)) if people else None)

    def basic(self):
        persons = self.counts(self.pupils)[0]
        grades = lambda row, column: self.figures.get(("book-by-grade", row, column))
        sizes = lambda row, column: self.figures["book-by-size-seven", row, column]
        with_list = {p["school"] for p in self.pupils}
        values = {
            "schools": len(self.schools), "schools-submitted": len(self.schools),
            "schools-without-pupils": len(set(self.schools) - with_list), "persons": len(persons),
            "persons-male": grades("total", "male"), "persons-female": grades("total", "female"),
            "persons-sex-unknown": sum(p["sex"] not in ("ช", "ญ") for p in persons), "schools-not-submitted": 0,
            "disadvantaged": self.figures.get(("book-disadvantaged", "total", "all/all")),
            "rooms": grades("total", "rooms"), "per-room": grades("total", "per-room"),
            "per-school": sizes("total", "per-school"), "not-removable": grades("total", "not-removable"),
            "g-code": sum(p["written"].startswith("G") for p in persons), "registered": len(self.pupils),
            "further": len(self.pupils) - len(persons),
        }
        for name in ("pre-primary", "primary", "lower-secondary", "upper-secondary"):
            values[name] = grades(name, "persons")
        for size in "1234567":
            values[f"size-{size}"] = sizes(size, "schools")
        for row, value in values.items():
            self.put("book-basic", row, "value", value)

    def compared(self, what, other):
        for row in {row for table, row, column in self.figures if (table, column) == ("book-by-grade", "persons")}:
            name = ("book-by-grade", row, "persons")
            self.put(*name[:2], f"persons/{what}-change", change(self.figures.get(name), other.figures.get(name)))
        for row in {row for table, row, column in self.figures if (table, column) == ("book-basic", "value")}:
            name = ("book-basic", row, "value")
            self.put(*name[:2], f"value/{what}-change", change(self.figures.get(name), other.figures.get(name)))

    def years(self, books, year):
        """The figures of the books by year, of which this is the last."""
        of = lambda own, name: books[own].figures.get(name) if own in books else None
        named = {"schools": ("book-basic", "schools", "value")}
        named |= {column: ("book-by-grade", "total", column) for column in ("persons", "rooms", "per-room")}
        for own in range(year - 4, year + 1):
            for column, name in named.items():
                self.put("book-years", str(own), column, of(own, name))
                before = of(own - 1, name) if own > year - 4 else None
                self.put("book-years", str(own), column + "/change", change(of(own, name), before))
            for row in {row for table, row, column in self.figures if table == "book-by-grade"}:
                for column in ("persons", "rooms", "per-room"):
                    value = of(own, ("book-by-grade", row, column))
                    self.put("book-grade-years", row, f"{column}/{own}", value)

    def dropouts(self, previous, movements, year):
        """Who left since the round before, by its grades; of earlier years the run here knows nothing."""
        with open(movements, encoding="utf-8-sig", newline="") as file:
            became = {
                ("dmc" + line["file"][len("previous"):], int(line["row"])): line["movement"]
                for line in csv.DictReader(file) if line["dataset"] == "previous"
            }
        persons = previous.counts(previous.pupils)[0]
        for row in recount.GRADES + ["pre-primary", "primary", "lower-secondary", "upper-secondary", "total"]:
            mine = [p for p in persons if row in (p["grade"], level(p["grade"]), "total")]
            left = sum(became.get(p["place"]) == "left" for p in mine)
            if mine:
                self.put("book-dropouts", row, f"left/{year}", left)
                self.put("book-dropouts", row, f"left-share/{year}", (left, len(mine)))

    def made(self):
        self.sizes()
        self.by_grade()
        self.rooms_by_school()
        self.crossed("book-by-age", lambda p: str(age(p["birth"], self.on)))
        self.crossed("book-by-nationality", lambda p: p["nationality"])
        self.crossed("book-by-religion", lambda p: p["religion"])
        self.crossed("book-disadvantaged", lambda p: p["need"], lambda p: p["need"], by_grade=True)
        self.registration()
        self.crossed(
            "book-unregistered-by-nationality", lambda p: p["nationality"],
            lambda p: p["written"][:1] in ("G", "0"))
        self.unregistered_by_school()
        self.basic()
        if self.rates:
            self.money()
        return self


def change(now, before):
    """A figure now and before, of a ratio what it comes to in hundredths; nothing where one is not known."""
    if now is None or before is None:
        return None
    comes_to = lambda value: (
        Decimal(math.floor(value[0] / value[1] * 100 + 0.5)) / 100 if isinstance(value, tuple) else value
    )
    return comes_to(now), comes_to(before)


def satang(amount):
    return f"{amount} satang"


def rates_of(path, term):
    """What is paid for a pupil of each level in a term, in satang."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        lines = csv.DictReader(line for line in file if not line.startswith("#"))
        return {line["level"]: int(Decimal(line["baht"]) * 100) for line in lines if line["term"] == term}


def told(line):
    """A figure of figures.csv as this program counts it: a number, or the two parts of a share or ratio."""
    if line["value"] == "not computed":
        return None
    if line["unit"] == "baht" and line["value"]:
        return satang(int(Decimal(line["value"]) * 100))
    if line["denominator"]:
        return Decimal(line["numerator"]), Decimal(line["denominator"])
    return int(line["value"]) if line["value"] else None


def book_of(root, duplicates, on, rates):
    pupils = []
    for path in sorted(root.glob("dmc/**/*")):
        if path.is_file():
            pupils += pupils_of(path, path.relative_to(root).as_posix())
    again = recount.further(pupils, recount.clusters(duplicates))
    with open(root / "register" / "schools.csv", encoding="utf-8-sig", newline="") as file:
        return Book(pupils, again, list(csv.DictReader(file)), on, rates).made()


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    for name in ("folder", "duplicates", "figures", "day"):
        parser.add_argument(name)
    for name in ("--year", "--rates", "--term", "--movements"):
        parser.add_argument(name)
    parser.add_argument("--earlier", nargs=4, action="append", default=[])
    asked = parser.parse_args()
    root, on = Path(asked.folder), datetime.date.fromisoformat(asked.day)
    book = book_of(root, asked.duplicates, on, rates_of(asked.rates, asked.term) if asked.rates else {})
    population = sorted(root.glob("population/*"))
    book.population(population[0] if population else None)
    books = {}
    for what, year, folder, duplicates in asked.earlier:
        earlier = book_of(Path(folder), duplicates, on, {})
        if what != "-":
            book.compared(what, earlier)
        if what == "previous" and asked.movements:
            book.dropouts(earlier, asked.movements, asked.year)
        if what != "previous":
            books[int(year)] = earlier
    if asked.year:
        books[int(asked.year)] = book
        book.years(books, int(asked.year))
    counted = book.figures
    with open(asked.figures, encoding="utf-8-sig", newline="") as file:
        figures = {
            (line["table"], line["row"], line["column"]): told(line)
            for line in csv.DictReader(file) if line["table"].startswith(("book-", "money-"))
        }
    agree, wrong = defaultdict(int), 0
    for name in sorted(set(counted) | set(figures)):
        # A line or column that nobody has may be left out, or stand there with nothing in it.
        mine, theirs = counted.get(name), figures.get(name)
        is_empty = lambda value: value in (None, 0, satang(0)) or isinstance(value, tuple) and value[0] == 0
        if mine == theirs or (name not in counted or name not in figures) and is_empty(mine) and is_empty(theirs):
            agree[name[0]] += 1
        else:
            wrong += 1
            print(f"{':'.join(name)}: counted {mine}, the run says {theirs}")
    for table in sorted(agree):
        print(f"{table}: {agree[table]} figures agree")
    raise SystemExit(1 if wrong or not agree else 0)


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")
    main()
