"""The ten rules of ten-rules/ over the same files, written by hand for polars: prints how many rows break each."""
import sys

import polars

students, schools = sys.argv[1:3]
ID = polars.col("เลขประจำตัวนักเรียน")
frame = polars.read_csv(students, infer_schema=False, truncate_ragged_lines=True)
register = polars.read_csv(schools, infer_schema=False)
code = next(name for name in register.columns if "SMIS" in name.upper() or name == "รหัสโรงเรียน")
number = frame.columns[5]
identifier = frame.columns[2]

digits = [polars.col(identifier).str.slice(place, 1).cast(polars.Int32, strict=False) for place in range(13)]
total = sum(digit * (13 - place) for place, digit in enumerate(digits[:12]))
MALE, FEMALE = ["เด็กชาย", "ด.ช.", "นาย"], ["เด็กหญิง", "ด.ญ.", "นางสาว", "น.ส.", "นาง"]
text = lambda name: polars.col(name).str.strip_chars()
group = ["รหัสโรงเรียน", "ชั้น", "ห้อง"]

rules = {
    "required": text(identifier).is_null() | (text(identifier) == ""),
    "pattern": ~text(number).str.contains(r"^[0-9]{1,6}$"),
    "check-digit": text(identifier).str.contains(r"^[0-9]{13}$") & ((11 - total % 11) % 10 != digits[12]),
    "vocabulary": ~text("ศาสนา").is_in(["พุทธ", "อิสลาม", "คริสต์", "ฮินดู", "ซิกข์", "อื่นๆ", "ไม่นับถือศาสนา"]),
    "range": ~text("น้ำหนัก").cast(polars.Float64, strict=False).is_between(8, 150),
    "unique": polars.col(identifier).is_duplicated() & polars.col(identifier).is_not_null(),
    "cross-column": (text("คำนำหน้าชื่อ").is_in(MALE) & (text("เพศ") != "ช")) | (text("คำนำหน้าชื่อ").is_in(FEMALE) & (text("เพศ") != "ญ")),
    "reference": ~text("รหัสโรงเรียน").is_in(register[code].to_list()),
    "conditional": (text("สัญชาติ") == "ไทย") & text(identifier).str.starts_with("G"),
}
found = frame.select(**{name: rule.fill_null(False).sum() for name, rule in rules.items()}).to_dicts()[0]
found["group-count"] = frame.group_by(group).len().filter(polars.col("len") > 60).height
for name, count in found.items():
    print(name, count)
