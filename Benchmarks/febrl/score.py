"""Holds duplicates.csv against the truth of FEBRL: score.py NAME DUPLICATES LIST [OTHER-LIST].

The record's name tells the person: rec-12-org and rec-12-dup-3 are one. Of two lists only pairs across count.
"""
import csv
import itertools
import os
import sys


def people(path):
    """The person of each row of a list, by the row's number in the file."""
    with open(path, encoding="utf-8") as file:
        rows = enumerate(csv.reader(file), 1)
        return {(os.path.basename(path), row): cells[0].strip().split("-")[1] for row, cells in rows if row > 1}


def pairs(groups, across):
    """The pairs of rows that stand in one group."""
    every = (pair for group in groups for pair in itertools.combinations(sorted(group), 2))
    return {pair for pair in every if not across or pair[0][0] != pair[1][0]}


def grouped(items):
    groups = {}
    for row, group in items:
        groups.setdefault(group, []).append(row)
    return groups.values()


name, duplicates, *lists = sys.argv[1:]
person = {row: who for path in lists for row, who in people(path).items()}
with open(duplicates, encoding="utf-8-sig") as file:
    found = [((line["file"], int(line["row"])), line["cluster"]) for line in csv.DictReader(file) if line["kind"] != "collision"]
across = len(lists) > 1
true, made = pairs(grouped(person.items()), across), pairs(grouped(found), across)
right = len(true & made)
print(
    f"{name}: {len(person)} rows, {len(true)} true pairs, {right} found, {len(made) - right} wrong, "
    f"F1 {2 * right / (len(true) + len(made)):.5f}"
)
