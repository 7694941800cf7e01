"""Compares what `bench workbook`, `bench schools` and the peer printed with limits.csv."""
import csv, pathlib, statistics, sys

folder = pathlib.Path(sys.argv[1])


def values(file, name):
    lines = (line.split() for line in (folder / file).read_text().splitlines())
    return [float(value) for key, value in lines if key == name]


size = {book: (folder / book).stat().st_size for book in ("krong.xlsx", "peer.xlsx")}
found = {
    "cpu as a part of libxlsxwriter": statistics.median(values("krong.txt", "cpu")) / statistics.median(values("peer.txt", "cpu")),
    "file as a part of libxlsxwriter": size["krong.xlsx"] / size["peer.xlsx"],
    "cpu seconds of 1000 schools": statistics.median(values("schools.txt", "cpu")) * 1000 / values("schools.txt", "schools")[0],
}
failed = False
for row in csv.DictReader(open(pathlib.Path(__file__).with_name("limits.csv"))):
    value = found[row["measure"]]
    failed |= value > float(row["limit"])
    print(f"{row['case']}, {row['measure']}: {value:.3f} (limit {row['limit']}, stretch {row['stretch'] or '–'})")
sys.exit(failed)
