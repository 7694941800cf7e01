"""Runs the ten rules in turn, ROUNDS times, and prints the seconds of the processor of the whole processes, medians.

Krong reads, cleans all columns, checks, links the schools, and writes its findings and a summary; the others read and
count. Krong works with one thread, which costs the processor least; polars does so with its own number of threads.
Great Expectations is run once: it takes about a minute.
"""
import os, pathlib, statistics, subprocess, sys

krong, office, rounds = sys.argv[1], pathlib.Path(sys.argv[2]), int(sys.argv[3])
here = pathlib.Path(__file__).parent
files = [str(office / "input/dmc/students.csv"), str(office / "input/register/schools.csv")]

PROGRAMS = {
    "krong": [krong, "run", str(here / "pipelines/ten-rules.yaml"), "--input", str(office / "input"), "--out", str(office / "out"), "--quiet", "--jobs", "1"],
    "polars": [sys.executable, str(here / "with_polars.py"), *files],
    "great expectations": [sys.executable, str(here / "with_great_expectations.py"), *files],
}


def cost(command):
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{command[:2]} failed")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss << 10


samples = {name: [] for name in PROGRAMS}
for turn in range(rounds):
    for name, command in PROGRAMS.items():
        if turn == 0 or name != "great expectations":
            samples[name].append(cost(command))
median = {name: statistics.median(cpu for cpu, _ in all) for name, all in samples.items()}
for name, all in samples.items():
    print(f"{name:20}{median[name]:>9.2f} s{max(peak for _, peak in all) / 1e6:>9.0f} MB")
against_polars = median["krong"] / median["polars"]
against_expectations = median["great expectations"] / median["krong"]
print(f"\nkrong as a part of polars {against_polars:.2f}, limit 1\ngreat expectations against krong {against_expectations:.1f} times, least 20")
sys.exit(0 if against_polars <= 1 and against_expectations >= 20 else 1)
