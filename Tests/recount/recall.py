"""Recall and precision of every planted kind of mistake, on an office that no fixture holds.

recall.py KRONG [STUDENTS] [SEED] [LAYOUT] makes a synthetic office, runs the pipeline on it, and holds findings.csv against
what was planted, row by row; it prints a table and fails when a kind is missed or found where it was not planted.
"""
import collections, csv, pathlib, subprocess, sys, tempfile

krong = sys.argv[1]
students = sys.argv[2] if len(sys.argv) > 2 else "20000"
seed = sys.argv[3] if len(sys.argv) > 3 else "2570"
layout = sys.argv[4] if len(sys.argv) > 4 else "single"


def places(path):
    kinds = collections.defaultdict(set)
    with open(path, encoding="utf-8-sig", newline="") as file:
        for line in csv.DictReader(file):
            kinds[line["rule"]].add((line["file"], line["sheet"], line["row"], line["column"]))
    return kinds


with tempfile.TemporaryDirectory() as folder:
    office, out = pathlib.Path(folder, "office"), pathlib.Path(folder, "out")
    schools = str(max(4, int(students) // 120))
    subprocess.run([krong, "synth", "--out", office, "--students", students, "--schools", schools, "--seed", seed, "--layout", layout], check=True, stderr=subprocess.DEVNULL)
    run = subprocess.run([krong, "run", "dmc-students.yaml", "--input", office / "input", "--out", out, "--quiet"])
    if run.returncode not in (0, 1):
        sys.exit("krong run failed")
    planted = places(office / "truth/planted.csv")
    found = places(out / "dmc-students/2569-1/findings.csv")

print(f"{students} students, seed {seed}, layout {layout}\n\n| kind | planted | found | recall | precision |\n|---|---|---|---|---|")
failed = False
for kind in sorted(planted.keys() | found.keys()):
    hits = len(planted[kind] & found[kind])
    recall = hits / len(planted[kind]) if planted[kind] else 0
    precision = hits / len(found[kind]) if found[kind] else 0
    failed |= planted[kind] != found[kind]
    print(f"| {kind} | {len(planted[kind])} | {len(found[kind])} | {recall:.4f} | {precision:.4f} |")
sys.exit(1 if failed else 0)
