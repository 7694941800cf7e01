"""Runs Krong and Splink 5 in turn over one register, ROUNDS times: seconds of the processor, and how right both are.

Of Krong the stage `match` counts, from coded columns to clusters and evidence; of Splink the whole process, which reads
and cleans the file, too. Both work with one thread, which costs the processor least. Both are scored by score.py.
"""
import json, os, pathlib, re, statistics, subprocess, sys

krong, register, rounds = sys.argv[1], pathlib.Path(sys.argv[2]), int(sys.argv[3])
here = pathlib.Path(__file__).parent
out, clusters = register / "out", register / "splink.csv"
KRONG = [krong, "run", str(here.parent.parent / "pipelines/dmc-students.yaml"), "--input", str(register / "input"),
         "--round", "2569/1", "--out", str(out), "--quiet", "--jobs", "1"]
SPLINK = [sys.executable, str(here / "splink_veto.py"), str(register / "input/dmc/2569-1-student.csv"), str(clusters)]


def run(command, ends):
    """The seconds of the processor and the peak in bytes of a process, by its own account."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in ends:
        sys.exit(f"{command[:2]} failed: {process.returncode}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss << 10


def matching():
    """What the stage `match` of the last run cost."""
    stages = json.loads((out / "dmc-students/2569-1/timings.json").read_text())["stages"]
    seconds = [stage["cpu_seconds"] for stage in stages if stage["stage"] == "match"]
    if not seconds:
        sys.exit("timings.json tells of no stage `match`")
    return sum(seconds)


def score(found):
    command = [sys.executable, str(here / "score.py"), str(found), str(register / "truth"), "--brief"]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    precision, recall, both = map(float, re.search(r"precision (\S+)  recall (\S+)  F1 (\S+)", printed).groups())
    exact = float(re.search(r"exact \d+ = (\S+)", printed).group(1))
    return precision, recall, both, exact


ours, theirs, peaks = [], [], [0, 0]
for _ in range(rounds):
    peaks[0] = max(peaks[0], run(KRONG, (0, 1))[1])
    ours.append(matching())
    seconds, peak = run(SPLINK, (0,))
    theirs.append(seconds)
    peaks[1] = max(peaks[1], peak)
cost = statistics.median(ours), statistics.median(theirs)
scores = score(out / "dmc-students/2569-1"), score(clusters)
print(f"{'':20}{'cpu s':>9}{'peak MB':>9}{'precision':>11}{'recall':>9}{'F1':>9}{'exact':>9}")
for name, seconds, peak, row in zip(("krong, matching", "splink 5, veto"), cost, peaks, scores):
    print(f"{name:20}{seconds:>9.3f}{peak / 1e6:>9.0f}{row[0]:>11.4f}{row[1]:>9.4f}{row[2]:>9.4f}{row[3]:>9.4f}")
ratio = cost[1] / cost[0]
print(f"\nsplink against krong {ratio:.1f} times, least 20; F1 {scores[0][2]:.4f} against {scores[1][2]:.4f}, must be higher")
sys.exit(0 if ratio >= 20 and scores[0][2] > scores[1][2] else 1)
