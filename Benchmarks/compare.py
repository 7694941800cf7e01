"""Runs every reading in turn, ROUNDS times, prints medians and holds them against limits.csv.

Each reading is a process of its own. Seconds of the processor are those of all threads, in user and
system: of the reading alone, and of the whole process with its start, as a person pays them.
"""
import csv, os, pathlib, statistics, subprocess, sys

bench, folder, rounds = sys.argv[1], pathlib.Path(sys.argv[2]), int(sys.argv[3])

OTHER = """
import resource, sys
{setup}
def used():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime
before = used()
{work}
print("cpu", used() - before)
print("rows", rows)
print("peak", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss << 10)
"""
POLARS = OTHER.format(
    setup="import polars",
    work="rows = polars.read_csv(sys.argv[1], infer_schema=False).height")
POLARS_TYPES = OTHER.format(
    setup="import polars", work="rows = polars.read_csv(sys.argv[1]).height")
CALAMINE = OTHER.format(
    setup="import python_calamine",
    work="rows = len(python_calamine.CalamineWorkbook.from_path(sys.argv[1])"
    ".get_sheet_by_index(0).to_python()) - 1")


def ours(name):
    return [bench, "read", str(folder / name)]


def other(code, name):
    return [sys.executable, "-c", code, str(folder / name)]


READINGS = {
    "csv": ours("students.csv"),
    "polars": other(POLARS, "students.csv"),
    "polars, types guessed": other(POLARS_TYPES, "students.csv"),
    "csv in windows-874": ours("students-874.csv"),
    "xlsx": ours("students.xlsx"),
    "calamine": other(CALAMINE, "students.xlsx"),
    "html": ours("students-html.xls"),
    "spreadsheetml": ours("students-2003.xml"),
}


def measure(command):
    """The numbers a reading prints; none when it read no rows, as of a format not yet known."""
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        printed = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{command[:3]} failed")
    lines = dict(line.split(" ", 1) for line in printed.splitlines())
    numbers = {name: float(value) for name, value in lines.items() if name != "container"}
    numbers["process"] = usage.ru_utime + usage.ru_stime
    return numbers if numbers["rows"] > 0 else None


samples = {name: [] for name in READINGS}
for _ in range(rounds):
    for name, command in READINGS.items():
        sample = measure(command)
        if sample:
            samples[name].append(sample)
median = {
    name: {key: statistics.median(sample[key] for sample in all) for key in all[0]}
    for name, all in samples.items() if all
}

print(f"{'reading':24}{'rows':>9}{'cpu s':>9}{'least':>9}{'process':>9}{'peak MB':>9}")
for name, all in samples.items():
    if not all:
        print(f"{name:24} is not read")
        continue
    row = median[name]
    least = min(sample["cpu"] for sample in all)
    print(f"{name:24}{row['rows']:>9.0f}{row['cpu']:>9.3f}{least:>9.3f}{row['process']:>9.3f}{row['peak'] / 1e6:>9.1f}")

MEASURES = {
    "cpu as a part of polars": lambda own: own["cpu"] / median["polars"]["cpu"],
    "process as a part of polars": lambda own: own["process"] / median["polars"]["process"],
    "cpu as a part of csv": lambda own: own["cpu"] / median["csv"]["cpu"],
    "cpu as a part of calamine": lambda own: own["cpu"] / median["calamine"]["cpu"],
    "peak as a part of the file": lambda own: own["peak"] / own["file"],
    "cpu seconds": lambda own: own["cpu"],
    "megabytes beyond the table": lambda own: (own["peak"] - own["table"]) / 1e6,
}

print(f"\n{'case':20}{'measure':30}{'found':>8}{'limit':>8}{'stretch':>9}")
passed = True
for line in csv.DictReader(open(pathlib.Path(__file__).with_name("limits.csv"))):
    own = median.get(line["case"])
    found = MEASURES[line["measure"]](own) if own else None
    shown = "–" if found is None else f"{found:.2f}"
    mark = "" if found is not None and found <= float(line["limit"]) else "  <- missed"
    passed &= not mark
    print(f"{line['case']:20}{line['measure']:30}{shown:>8}{line['limit']:>8}{line['stretch']:>9}{mark}")
sys.exit(0 if passed else 1)
