"""How well a run joined the rows of children who are registered twice, held against the truth.

matching.py ROUND TRUTH reads duplicates.csv of the run's round folder, and people.csv, duplicates.csv and
negatives.csv of the truth that `krong synth --layout register` wrote. Lines of kind `collision` or `shared` are not joined.
Prints precision, recall and F1 over pairs of rows, the clusters that are exactly right, each kind of duplicate and of
look-alike, and the certain class: pairs with a score of --certain or more on both lines.

With --minimum F1, --minimum-clusters SHARE, --minimum-precision SHARE and --minimum-recall SHARE (of the certain class) or
--maximum-joined SHARE (of any kind of look-alike) it exits with 1 where a figure is not reached. Only the standard
library is used.
"""
import argparse, collections, csv, itertools, os, sys

parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument("round")
parser.add_argument("truth")
parser.add_argument("--certain", type=float, default=0.999)
parser.add_argument("--minimum", type=float, default=0, metavar="F1")
parser.add_argument("--minimum-clusters", type=float, default=0)
parser.add_argument("--minimum-precision", type=float, default=0)
parser.add_argument("--minimum-recall", type=float, default=0)
parser.add_argument("--maximum-joined", type=float, default=1)
parser.add_argument("--show", type=int, default=0, metavar="N", help="also show N missed and N wrong pairs")
options = parser.parse_args()


def lines(folder, name):
    with open(os.path.join(folder, name), encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file)


def pairs(rows):
    return itertools.combinations(sorted(rows), 2)


def share(part, whole):
    return part / whole if whole else 1.0


def table(title, heads, rows):
    print(f"\n{title}\n\n| {' | '.join(heads)} |\n|{'---|' * len(heads)}")
    for row in rows:
        print("| " + " | ".join(f"{cell:.4f}" if isinstance(cell, float) else str(cell) for cell in row) + " |")


# The truth: rows are (file, row).
true_rows, kind_of, members = {}, {}, collections.defaultdict(list)
for line in lines(options.truth, "duplicates.csv"):
    row = (line["file"], int(line["row"]))
    true_rows[row] = line["cluster"]
    kind_of[row] = line["kind"]
    members[line["cluster"]].append(row)
true_clusters = {frozenset(rows) for rows in members.values()}
true_pairs = {pair for rows in members.values() for pair in pairs(rows)}

# What the run found.
found, scores = collections.defaultdict(list), {}
for line in lines(options.round, "duplicates.csv"):
    if line["kind"] in ("collision", "shared"):
        continue
    row = (line["file"], int(line["row"]))
    found[line["cluster"]].append(row)
    scores[row] = float(line["score"] or 0)
found_clusters = {frozenset(rows) for rows in found.values() if len(set(rows)) > 1}
found_pairs = {pair for rows in found.values() for pair in pairs(set(rows))}

hits = found_pairs & true_pairs
precision, recall = share(len(hits), len(found_pairs)), share(len(hits), len(true_pairs))
f1 = share(2 * len(hits), len(found_pairs) + len(true_pairs))
table("Pairs of rows", ["true", "found", "right", "precision", "recall", "F1"],
      [(len(true_pairs), len(found_pairs), len(hits), precision, recall, f1)])

exact = true_clusters & found_clusters
of_true, of_found = share(len(exact), len(true_clusters)), share(len(exact), len(found_clusters))
table("Clusters", ["true", "found", "exact", "of the true", "of the found"],
      [(len(true_clusters), len(found_clusters), len(exact), of_true, of_found)])

certain = {(one, other) for one, other in found_pairs if scores[one] >= options.certain and scores[other] >= options.certain}
certain_precision = share(len(certain & true_pairs), len(certain))
certain_recall = share(len(certain & true_pairs), len(true_pairs))
table(f"Certain: score {options.certain} or more", ["pairs", "right", "precision", "recall"],
      [(len(certain), len(certain & true_pairs), certain_precision, certain_recall)])


def kind(one, other):
    """The further entry's kind; two further entries of one child are compared with each other, too."""
    kinds = [kind_of[row] for row in (one, other) if kind_of[row] != "first"]
    return kinds[0] if len(kinds) == 1 else "two further entries"


counts, parts = collections.defaultdict(lambda: [0, 0]), collections.defaultdict(lambda: [0, 0])
for pair in true_pairs:
    name, isFound = kind(*pair), pair in found_pairs
    for count in [counts["combination" if "+" in name else name]] + [parts[part] for part in name.split("+") if "+" in name]:
        count[0] += 1
        count[1] += isFound
heads = ["kind", "pairs", "found", "recall"]
table("Kinds of duplicates", heads, [(name, *counts[name], share(*counts[name][::-1])) for name in sorted(counts)])
table("What the combinations are made of", heads, [(name, *parts[name], share(*parts[name][::-1])) for name in sorted(parts)])

cluster_of = {row: cluster for cluster, rows in found.items() for row in rows}
negatives, wrong = collections.defaultdict(lambda: [0, 0]), []
for line in lines(options.truth, "negatives.csv"):
    one, other = (line["file"], int(line["row"])), (line["file2"], int(line["row2"]))
    isJoined = one in cluster_of and cluster_of[one] == cluster_of.get(other)
    negatives[line["kind"]][0] += 1
    negatives[line["kind"]][1] += isJoined
    if isJoined:
        wrong.append((line["kind"], one, other))
joined = {name: count[1] / count[0] for name, count in negatives.items()}
table("Look-alikes", ["kind", "pairs", "joined", "%"], [(name, *negatives[name], f"{joined[name]:.3%}") for name in sorted(negatives)])

# The truth must hold together: whoever stands in a cluster is one person, look-alikes are two.
person = {(line["file"], int(line["row"])): line["person"] for line in lines(options.truth, "people.csv")
          if (line["file"], int(line["row"])) in true_rows}
if any(len({person[row] for row in rows}) > 1 for rows in members.values()):
    sys.exit("the truth is broken: a cluster holds two persons")

if options.show:
    print("\nMissed")
    for pair in sorted(true_pairs - found_pairs)[:options.show]:
        print(f"  {kind(*pair)}: {pair[0][1]} {pair[1][1]}")
    look_alike = {frozenset((one, other)): name for name, one, other in wrong}
    print("\nWrong")
    for pair in sorted(found_pairs - true_pairs)[:options.show]:
        print(f"  {look_alike.get(frozenset(pair), 'others')}: {pair[0][1]} {pair[1][1]}")

failures = [
    f"{name} is {value:.4f}, expected {limit}" for name, value, limit, isLow in [
        ("F1", f1, options.minimum, True),
        ("the share of exact clusters", min(of_true, of_found), options.minimum_clusters, True),
        ("precision of the certain", certain_precision, options.minimum_precision, True),
        ("recall of the certain", certain_recall, options.minimum_recall, True),
    ] + [(f"the share of joined {name}", value, options.maximum_joined, False) for name, value in sorted(joined.items())]
    if (value < limit if isLow else value > limit)]
for failure in failures:
    print(f"matching.py: {failure}", file=sys.stderr)
sys.exit(1 if failures else 0)
