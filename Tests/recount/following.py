#!/usr/bin/env python3
"""Compares whom a run has found in the round before with the truth, without any code of Krong.

usage: following.py FOLDER EARLIER LATER MOVEMENTS    (FOLDER as `krong synth --layout evolving` wrote it; EARLIER and LATER
are rounds such as 2568/1; MOVEMENTS is movements.csv of a run on the lists of LATER with those of EARLIER below previous/)

truth/people.csv says whose each row is and truth/movements.csv what became of each child. Every line of the run is one
child's: the one whose row it names. A child of a later row and of an earlier row is right only where both are the same
child's. "not-removable" is the truth's "left" or "graduated": the lists say of these why they are gone.

Prints what,name,true,found,right,precision,recall.
"""

import csv
import sys
from collections import Counter
from pathlib import Path


def lines(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def main(folder, earlier, later, found):
    people = {
        (line["round"], line["file"], line["sheet"], int(line["row"])): line["person"]
        for line in lines(Path(folder) / "truth/people.csv")
    }
    truth = {
        line["person"]: line
        for line in lines(Path(folder) / "truth/movements.csv")
        if (line["from"], line["to"]) == (earlier, later)
    }

    def person(name, path, sheet, row):
        path = "dmc/" + path.split("/", 1)[1]
        owner = people.get((name, path, sheet, int(row)))
        if owner is None:
            raise SystemExit(f"nobody's row: {name} {path} {sheet} {row}")
        return owner

    true, told, right = Counter(), Counter(), Counter()
    for line in truth.values():
        for what in ["movement", "step", "identity"]:
            if line[what]:
                for name in line[what].split("+"):
                    true[what, name] += 1
    met = Counter()
    for line in lines(found):
        own = later if line["dataset"] == "student" else earlier
        child = person(own, line["file"], line["sheet"], line["row"])
        other = line["other_row"] and person(
            earlier, line["other_file"], line["other_sheet"], line["other_row"]
        )
        met[child] += 1
        expected = truth.get(child)
        is_same_child = expected is not None and (not other or other == child)
        schools = {
            "stayed": ("school", "other_school"), "moved": ("school", "other_school"),
            "joined": ("school", None),
        }.get(line["movement"], (None, "school"))
        is_right_place = expected is not None and all(
            column is None or line[column] == expected[truths]
            for column, truths in zip(schools, ["school_to", "school_from"])
        )
        movement = line["movement"]
        if movement == "not-removable" and expected is not None:
            movement = expected["movement"] if expected["movement"] in ["left", "graduated"] else movement
        told["movement", movement] += 1
        if is_same_child and is_right_place and movement == expected["movement"]:
            right["movement", movement] += 1
        for what in ["step", "identity"]:
            for name in line[what].split("+") if line[what] else []:
                told[what, name] += 1
                if is_same_child and name in expected[what].split("+"):
                    right[what, name] += 1
    missing = [child for child in truth if child not in met]
    twice = [child for child, count in met.items() if count > 1]
    print(f"children of the truth: {len(truth)}, in no line: {len(missing)}, in several: {len(twice)}", file=sys.stderr)
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(["what", "name", "true", "found", "right", "precision", "recall"])
    for key in sorted(set(true) | set(told)):
        share = lambda of: f"{right[key] / of[key]:.4f}" if of[key] else ""
        out.writerow([*key, true[key], told[key], right[key], share(told), share(true)])


if __name__ == "__main__":
    main(*sys.argv[1:])
