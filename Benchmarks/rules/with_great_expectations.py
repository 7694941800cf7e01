"""Ten rules of the same kinds for Great Expectations over the same files; what it has no kind for is left out or made simpler."""
import sys

import great_expectations as gx
import pandas

students, schools = sys.argv[1:3]
frame = pandas.read_csv(students, dtype=str, on_bad_lines="skip", keep_default_na=False, na_values=[""])
identifier, number = frame.columns[2], frame.columns[5]
frame["kg"] = pandas.to_numeric(frame["น้ำหนัก"], errors="coerce")
frame["class"] = frame["รหัสโรงเรียน"] + "/" + frame["ชั้น"] + "/" + frame["ห้อง"]
frame["in class"] = frame.groupby("class")["class"].transform("size")
register = pandas.read_csv(schools, dtype=str)
code = next(name for name in register.columns if "SMIS" in name.upper() or name == "รหัสโรงเรียน")

context = gx.get_context(mode="ephemeral")
batch = context.data_sources.add_pandas("pandas").add_dataframe_asset("students").add_batch_definition_whole_dataframe("all")
suite = gx.ExpectationSuite(name="ten")
kinds = gx.expectations
for expectation in [
    kinds.ExpectColumnValuesToNotBeNull(column=identifier),
    kinds.ExpectColumnValuesToMatchRegex(column=number, regex=r"^[0-9]{1,6}$"),
    # It has no check digit: the form alone.
    kinds.ExpectColumnValuesToMatchRegex(column=identifier, regex=r"^([0-9]{13}|G[0-9]{12})$"),
    kinds.ExpectColumnValuesToBeInSet(column="ศาสนา", value_set=["พุทธ", "อิสลาม", "คริสต์", "ฮินดู", "ซิกข์", "อื่นๆ", "ไม่นับถือศาสนา"]),
    kinds.ExpectColumnValuesToBeBetween(column="kg", min_value=8, max_value=150),
    kinds.ExpectColumnValuesToBeUnique(column=identifier),
    kinds.ExpectColumnPairValuesToBeInSet(column_A="คำนำหน้าชื่อ", column_B="เพศ", value_pairs_set=[("เด็กชาย", "ช"), ("ด.ช.", "ช"), ("นาย", "ช"), ("เด็กหญิง", "ญ"), ("ด.ญ.", "ญ"), ("นางสาว", "ญ"), ("น.ส.", "ญ")]),
    kinds.ExpectColumnValuesToBeInSet(column="รหัสโรงเรียน", value_set=register[code].tolist()),
    kinds.ExpectColumnValuesToNotBeNull(column=identifier, row_condition='สัญชาติ == "ไทย"', condition_parser="pandas"),
    kinds.ExpectColumnValuesToBeBetween(column="in class", max_value=60),
]:
    suite.add_expectation(expectation)
result = batch.get_batch({"dataframe": frame}).validate(suite)
for one in result.results:
    print(one.expectation_config.type, one.result.get("unexpected_count"), one.exception_info.get("exception_message") if one.exception_info else "")
