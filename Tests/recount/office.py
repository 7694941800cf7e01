"""Workbooks as LibreOffice reads them: office.py FOLDER.

Opens every workbook below a folder in LibreOffice, saves it again, and holds each cell against that of the workbook
itself. Ends with 1 where one cannot be opened, or a cell differs.
"""
import pathlib
import subprocess
import sys
import tempfile

from figures import sheets


def same(one, other):
    # A cell with an empty text is saved as one without any.
    one, other = one if one != "" else None, other if other != "" else None
    if isinstance(one, float) and isinstance(other, float):
        return abs(one - other) < 1e-9 * max(1, abs(one))
    return one == other


def main(folder):
    books = sorted(pathlib.Path(folder).rglob("*.xlsx"))
    wrong, cells = [], 0
    with tempfile.TemporaryDirectory() as saved:
        for number, book in enumerate(books):
            target = pathlib.Path(saved) / str(number)
            subprocess.run(
                ["soffice", f"-env:UserInstallation=file://{saved}/profile", "--headless", "--convert-to", "xlsx",
                 "--outdir", target, book], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=300)
            own, read = sheets(book), sheets(target / book.name)
            if list(own) != list(read):
                wrong.append(f"{book.name}: the sheets are {list(read)}")
            for name, rows in own.items():
                for row, values in rows.items():
                    for column, value in values.items():
                        cells += 1
                        found = read.get(name, {}).get(row, {}).get(column)
                        if not same(value, found):
                            wrong.append(f"{book.name} {name}!{column}{row}: {value!r}, LibreOffice has {found!r}")
    print("\n".join(wrong[:40]))
    print(f"{len(books)} workbooks, {cells} cells, {len(wrong)} differences")
    sys.exit(1 if wrong or not books else 0)


main(sys.argv[1])
