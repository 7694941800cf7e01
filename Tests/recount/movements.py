#!/usr/bin/env python3
"""Finds out from the lists what became of every child between rounds, without any code of Krong.

usage: movements.py FOLDER    (as `krong synth --layout evolving` wrote it)

truth/people.csv says whose each row is; everything else is read from the lists again: which of a child's
registrations counts, where and in which grade it stands, under which number and names. It is an error if a
row is nobody's, or if truth/movements.csv says anything else.

Prints from,to,movement,step,children.
"""

import csv
import sys
from collections import Counter, defaultdict
from pathlib import Path

from recount import GRADES, kept_first, registrations

ENDS = ["ป.6", "ม.3", "ม.6"]


def lines(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def children_of(root, name, people):
    """Of every child of a round the registration that counts."""
    folder = root / name.replace("/", "-") / "input"
    owners = {}
    for line in people:
        if line["round"] == name:
            owners[line["file"], int(line["row"])] = line
    rows = defaultdict(list)
    for path in sorted(folder.glob("dmc/**/*")):
        for pupil in registrations(path, path.relative_to(folder).as_posix()):
            owner = owners.pop(pupil["place"], None)
            if owner is None or owner["school"] != pupil["school"]:
                raise SystemExit(f"{name} {pupil['place']}: people.csv says {owner}")
            rows[int(owner["person"])].append(pupil)
    if owners:
        raise SystemExit(f"{name}: rows of people.csv that are no pupils: {sorted(owners)}")
    return {person: kept_first(registered)[0] for person, registered in rows.items()}


def movement(before, after, is_new_year):
    if before is None:
        return "joined"
    if after is None:
        return "graduated" if is_new_year and before["grade"] in ENDS else "left"
    return "stayed" if before["school"] == after["school"] else "moved"


def step(before, after, is_new_year):
    steps = GRADES.index(after["grade"]) - GRADES.index(before["grade"])
    if steps == 0:
        return "repeated" if is_new_year else "same"
    return "promoted" if is_new_year and steps == 1 else "other"


def changes(before, after):
    said = []
    if before["written"] != after["written"]:
        had_code = before["written"].startswith("G")
        said.append("g-code-to-number" if had_code else "number-changed")
    if before["name"] != after["name"]:
        said.append("given-name-changed")
    if before["surname"] != after["surname"]:
        said.append("surname-changed")
    return "+".join(said) or "same"


def movements(earlier, later, names):
    is_new_year = names[0].split("/")[0] != names[1].split("/")[0]
    for person in sorted(earlier.keys() | later.keys()):
        before, after = earlier.get(person), later.get(person)
        is_in_both = before and after
        yield {
            "from": names[0],
            "to": names[1],
            "person": str(person),
            "movement": movement(before, after, is_new_year),
            "school_from": before["school"] if before else "",
            "school_to": after["school"] if after else "",
            "grade_from": before["grade"] if before else "",
            "grade_to": after["grade"] if after else "",
            "step": step(before, after, is_new_year) if is_in_both else "",
            "identity": changes(before, after) if is_in_both else "",
        }


def main():
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    root = Path(sys.argv[1])
    people = lines(root / "truth/people.csv")
    names = list(dict.fromkeys(line["round"] for line in people))
    rounds = [children_of(root, name, people) for name in names]
    found = []
    for index in range(1, len(names)):
        found += movements(rounds[index - 1], rounds[index], names[index - 1 : index + 1])
    for line, said in zip(found, lines(root / "truth/movements.csv"), strict=True):
        if line != said:
            raise SystemExit(f"found {line}, but movements.csv says {said}")
    counts = Counter((line["from"], line["to"], line["movement"], line["step"]) for line in found)
    print("from,to,movement,step,children")
    for key in sorted(counts):
        print(*key, counts[key], sep=",")


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")
    main()
