#!/usr/bin/env python3
"""Counts the students of a folder of DMC student lists, without any code of Krong.

usage: recount.py FOLDER DUPLICATES    (the folder holds dmc/ with the lists; its register/ is not read)

DUPLICATES is a duplicates.csv, of a run or of the truth. Only the matcher can know that rows with different
identifiers are one person, so this is taken from there. What a certain identifier says is found out here
again, and it is an error if the file says less.

Prints school,grade,sex,registered,persons. The rules by which it counts:
- A row counts unless it is blank, a title, the header, a total, or cannot be placed (it has neither
  school code nor identifier nor name).
- Rows of one cluster are one person, unless it is a collision.
- Rows with the same valid 13-digit number, or the same well-formed G-code, must be one person there, unless
  their given names differ clearly.
- A person counts where it is kept: not the row flagged as not yet removable; then the later export;
  then the higher grade; then the row with a valid number, or else a G-code; then the row with more filled
  cells; then the first by school and number.

Only the standard library is used, and everything is parsed here on purpose: this is the second opinion.
"""

import csv
import io
import re
import sys
import xml.etree.ElementTree as ElementTree
import zipfile
from collections import defaultdict
from pathlib import Path

STAMP = "วันและเวลาที่สร้างรายงาน"
THAI_DIGITS = {ord("๐") + digit: str(digit) for digit in range(10)}
INVISIBLE = dict.fromkeys([0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xAD])
GRADES = ["อ.1", "อ.2", "อ.3", "ป.1", "ป.2", "ป.3", "ป.4", "ป.5", "ป.6"]
GRADES += ["ม.1", "ม.2", "ม.3", "ม.4", "ม.5", "ม.6"]
SEXES = {"ช": "ช", "ชาย": "ช", "ญ": "ญ", "หญิง": "ญ"}
TITLES = ["เด็กชาย", "เด็กหญิง", "ด.ช.", "ด.ญ.", "น.ส.", "นางสาว", "นาย", "นาง"]


# Files to rows of text.


def rows_of(path):
    """The rows of a list, numbered from 1 as a spreadsheet shows them."""
    data = path.read_bytes()
    if data[:4] == b"PK\x03\x04":
        return workbook_rows(data)
    return text_rows(data)


def text_rows(data):
    if data[:2] == b"\xff\xfe":
        text = data[2:].decode("utf-16-le")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("cp874")
    line = next(line for line in text.splitlines() if line.count("เลขประจำตัวนักเรียน"))
    separator = max(",;\t", key=line.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    return list(enumerate(reader, start=1))


def workbook_rows(data):
    space = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        strings = [
            "".join(text.text or "" for text in item.iter("{%s}t" % space["m"]))
            for item in ElementTree.fromstring(parts.read("xl/sharedStrings.xml"))
        ]
        sheet = ElementTree.fromstring(parts.read("xl/worksheets/sheet1.xml"))
    rows = []
    for row in sheet.iterfind(".//m:row", space):
        cells = {}
        for cell in row.iterfind("m:c", space):
            value = cell.findtext("m:v", default="", namespaces=space)
            text = strings[int(value)] if cell.get("t") == "s" else value
            cells[column_number(cell.get("r"))] = text
        filled = [cells.get(index, "") for index in range(max(cells, default=-1) + 1)]
        rows.append((int(row.get("r")), filled))
    return rows


def column_number(reference):
    number = 0
    for letter in re.match("[A-Z]+", reference).group():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


# Cells to values.


def cleaned(text):
    text = text.replace("\u0e4d\u0e32", "\u0e33").translate(INVISIBLE).replace("\xa0", " ")
    return " ".join(text.split())


def identifier(text):
    """A valid number or G-code as 13 characters; None for everything else."""
    text = cleaned(text).translate(THAI_DIGITS).lstrip("'").replace(" ", "").replace("-", "")
    text = re.sub(r"\.0+$", "", text)
    if re.fullmatch(r"G\d{12}", text):
        return text
    text = text.replace("O", "0")
    if not re.fullmatch(r"\d{11,13}", text):
        return None
    number = text.zfill(13)
    total = sum(int(digit) * (13 - place) for place, digit in enumerate(number[:12]))
    return number if (11 - total % 11) % 10 == int(number[12]) else None


def grade(text):
    text = cleaned(text).translate(THAI_DIGITS)
    match = re.fullmatch(r"(อ|ป|ม)[^\d]*(\d)", text)
    known = match and f"{match.group(1)}.{match.group(2)}"
    return known if known in GRADES else ""


def given_name(text):
    text = cleaned(text)
    for title in TITLES:
        if text.startswith(title) and len(text) > len(title) + 1:
            return text[len(title):].strip()
    return text


def differ_clearly(one, other):
    """More than half of the letters must be changed to get from one name to the other."""
    line = list(range(len(other) + 1))
    for row, left in enumerate(one, start=1):
        corner, line[0] = line[0], row
        for column, right in enumerate(other, start=1):
            changed = min(line[column] + 1, line[column - 1] + 1, corner + (left != right))
            corner, line[column] = line[column], changed
    return line[-1] * 2 > max(len(one), len(other))


# Rows to registrations.


def is_number_column(rows, header_row, column):
    """Whether most cells of a column below the header are as long as a citizen number."""
    cells = [row[column] for number, row in rows if number > header_row and len(row) > column]
    return sum(len(cell.strip()) >= 11 for cell in cells) * 2 >= len(cells)


def registrations(path, name):
    rows = rows_of(path)
    stamp, header_row, places = "", None, {}
    for number, row in rows:
        first = row[0].strip() if row else ""
        if first.startswith(STAMP):
            stamp = first[len(STAMP):].strip()
        if "ชั้น" in row and "วันเกิด" in row:
            header_row = number
            for column, header in reversed(list(enumerate(row))):
                places[header] = column
            break
    if header_row is None:
        raise SystemExit(f"{name}: no row looks like the header of a student list")
    header = rows[[number for number, _ in rows].index(header_row)][1]
    same = [column for column, text in enumerate(header) if text == "เลขประจำตัวนักเรียน"]
    id_column = next((c for c in same if is_number_column(rows, header_row, c)), same[0])
    for number, row in rows:
        if number <= header_row or not any(cell.strip() for cell in row):
            continue
        if cleaned(row[0]).startswith("รวม"):
            continue
        cell = lambda header: row[places[header]] if places[header] < len(row) else ""
        raw_id = row[id_column] if id_column < len(row) else ""
        school, names = cleaned(cell("รหัสโรงเรียน")), (cell("ชื่อ"), cell("นามสกุล"))
        if not school and cleaned(raw_id) in ("", "-") and not any(map(cleaned, names)):
            continue
        yield {
            "school": school,
            "grade": grade(cell("ชั้น")),
            "sex": SEXES.get(cleaned(cell("เพศ")), ""),
            "identifier": identifier(raw_id),
            "written": cleaned(raw_id),
            "name": given_name(names[0]),
            "surname": cleaned(names[1]),
            "flagged": cleaned(cell("ยังไม่สามารถจำหน่ายได้(3.1.8)")) not in ("", "-"),
            "stamp": stamp,
            "cells": (school, cleaned(cell("ชื่อโรงเรียน")), identifier(raw_id) or cleaned(raw_id)),
            "filled": sum(bool(cleaned(text)) for text in row),
            "place": (name, number),
        }


# Registrations to counts.


def clusters(path):
    """The sets of places that are one person's."""
    places = defaultdict(set)
    with open(path, encoding="utf-8-sig", newline="") as file:
        for line in csv.DictReader(file):
            if line["kind"] != "collision":
                places[line["cluster"]].add((line["file"], int(line["row"])))
    return list(places.values())


def same_by_identifier(pupils):
    """The sets of places that a certain identifier shows to be one person's."""
    same = defaultdict(list)
    for pupil in pupils:
        if pupil["identifier"]:
            same[pupil["identifier"]].append(pupil)
    for group in same.values():
        persons = []
        for pupil in sorted(group, key=lambda pupil: pupil["place"]):
            known = next((p for p in persons if not differ_clearly(p[0]["name"], pupil["name"])), None)
            if known:
                known.append(pupil)
            else:
                persons.append([pupil])
        yield from ({pupil["place"] for pupil in rows} for rows in persons)


def further(pupils, persons):
    """The places of all rows that register a person once more."""
    by_place = {pupil["place"]: pupil for pupil in pupils}
    person_of = {place: number for number, places in enumerate(persons) for place in places}
    for place in person_of:
        if place not in by_place:
            raise SystemExit(f"{place} is a duplicate and no row that counts")
    for places in same_by_identifier(pupils):
        if len(places) > 1 and len({person_of.get(place, place) for place in places}) > 1:
            raise SystemExit(f"{sorted(places)} have one identifier and are not one person")
    again = set()
    for places in persons:
        rows = kept_first([by_place[place] for place in places])
        again.update(pupil["place"] for pupil in rows[1:])
    return again


def validity(identifier):
    """A valid number before a G-code before what can be no identifier."""
    return 0 if not identifier else 1 if identifier.startswith("G") else 2


def kept_first(rows):
    """The registrations of one person, the one that counts first."""
    # Each sort keeps the order of equals. Equals are sorted by what their cells say.
    rows = sorted(rows, key=lambda pupil: pupil["cells"])
    rows.sort(key=lambda pupil: pupil["filled"], reverse=True)
    rows.sort(key=lambda pupil: validity(pupil["identifier"]), reverse=True)
    rows.sort(key=lambda pupil: GRADES.index(pupil["grade"]) if pupil["grade"] else -1, reverse=True)
    rows.sort(key=lambda pupil: pupil["stamp"], reverse=True)
    rows.sort(key=lambda pupil: pupil["flagged"])
    return rows


def main():
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    root = Path(sys.argv[1])
    pupils = []
    for path in sorted(root.glob("dmc/**/*")):
        if path.is_file():
            pupils += registrations(path, path.relative_to(root).as_posix())
    again = further(pupils, clusters(sys.argv[2]))
    counts = defaultdict(lambda: [0, 0])
    for pupil in pupils:
        count = counts[pupil["school"], pupil["grade"], pupil["sex"]]
        count[0] += 1
        count[1] += pupil["place"] not in again
    order = lambda key: (
        int(key[0] or -1),
        GRADES.index(key[1]) if key[1] else len(GRADES),
        "ชญ".index(key[2]) if key[2] else 2,
    )
    print("school,grade,sex,registered,persons")
    for key in sorted(counts, key=order):
        print(",".join(key), *counts[key], sep=",")


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")
    main()
