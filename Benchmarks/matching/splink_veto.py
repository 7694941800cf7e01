"""Who is registered twice, by Splink 5 on DuckDB with what an expert adds: writes cluster,row.

  splink_veto.py STUDENTS.csv CLUSTERS.csv [--without-veto] [--probability P]

Text is cleaned and folded in SQL, and every Thai letter becomes one byte, for DuckDB measures distances in bytes. The
weights are learnt without labels. Then the expert speaks: two different numbers that both pass the check digit are two
children unless one edit apart; a plainly different given name without a shared number is a brother or sister; names and a
birth date need a parent or the home as well; one number on clearly different children is a mistake.
"""
import argparse
import string

import duckdb
import splink.comparison_level_library as levels
import splink.comparison_library as comparisons
from splink import Linker, SettingsCreator, block_on
from splink.backends.duckdb import DuckDBAPI

arguments = argparse.ArgumentParser()
arguments.add_argument("students")
arguments.add_argument("clusters")
arguments.add_argument("--without-veto", action="store_true")
arguments.add_argument("--probability", type=float, default=0.999)
arguments = arguments.parse_args()

connection = duckdb.connect()
connection.execute("SET threads = 1")

# Letters that sound alike become one, tone marks and the like go, and what is left becomes ASCII.
ALIKE = dict(zip("ณศษฎฏฑฒธฤใญฬภีืูำแ", "นสสดตทททรไยลพิึุาแ"))
GONE = "่้๊๋์ๆฯํ็ .\u200b\u200c\u200d\u2060\ufeff\u00a0\u00ad-"
thai = [chr(code) for code in range(0x0E01, 0x0E5B) if chr(code) not in GONE]
kept = [letter for letter in thai if letter not in ALIKE or ALIKE[letter] == letter]
alphabet = string.ascii_letters + string.digits + "!#$%&()*+,/:;<=>?@[]^_{|}~"
byte = dict(zip(kept, alphabet))
LETTERS = "".join(thai) + GONE
BYTES = "".join(byte[ALIKE.get(letter, letter)] for letter in thai)


def folded(text):
    return f"nullif(translate(replace({text}, 'เเ', 'แ'), '{LETTERS}', '{BYTES}'), '')"


def known(text):
    return f"CASE WHEN {text} IN ('-', '', 'ไม่ปรากฎ', 'ไม่ปรากฏ', 'ไม่ทราบ') THEN NULL ELSE {text} END"


def check(number):
    total = " + ".join(f"{number} // {10 ** (12 - place)} % 10 * {13 - place}" for place in range(12))
    return f"((11 - ({total}) % 11) % 10 = {number} % 10)"


TITLE = r"^\s*(เด็กชาย|เด็กหญิง|ด\.?\s?ช\.?|ด\.?\s?ญ\.?|นางสาว|น\.ส\.)\s*"
connection.execute(f"""
CREATE TABLE raw AS
SELECT c0 school, c2 id, c3 grade, c6 sex, regexp_replace(c8, '{TITLE}', '') given, nullif(trim(c9), '-') surname, trim(c10) birth,
  c18 house, c21 tambon, c28 father, c31 mother, c24 guardian
FROM read_csv('{arguments.students}', header=false, skip=2, all_varchar=true, parallel=false, delim=',', quote='"',
  columns={{{", ".join(f"'c{i}': 'VARCHAR'" for i in range(36))}}})
""")
connection.execute(f"""
CREATE TABLE parts AS
WITH named AS (
  SELECT *, rowid + 3 AS row, surname IS NULL AND contains(trim(given), ' ') AS joined,
    regexp_replace(translate(id, '๐๑๒๓๔๕๖๗๘๙Oo', '012345678900'), '\\.0+$', '') AS mended,
    string_split(CASE WHEN contains(birth, '/') THEN birth ELSE NULL END, '/') AS slashed
  FROM raw)
SELECT row, sex, school, tambon, house,
  CASE WHEN joined THEN split_part(trim(given), ' ', 1) WHEN trim(given) = '-' THEN surname ELSE given END AS given,
  CASE WHEN joined THEN split_part(trim(given), ' ', -1) WHEN trim(given) = '-' THEN NULL ELSE surname END AS surname,
  CASE WHEN contains(id, 'E+') THEN NULL ELSE regexp_replace(mended, '[^0-9G]', '', 'g') END AS number,
  coalesce(try_cast(slashed[3] AS INT), try_cast(birth[:4] AS INT)) AS year,
  coalesce(try_cast(slashed[2] AS INT), try_cast(birth[6:7] AS INT)) AS month,
  coalesce(try_cast(slashed[1] AS INT), try_cast(birth[9:10] AS INT)) AS day,
  {known('father')} AS father, {known('mother')} AS mother, guardian,
  CASE grade[1] WHEN 'อ' THEN 0 WHEN 'ป' THEN 3 ELSE 9 END + try_cast(right(grade, 1) AS INT) AS grade
FROM named
""")
# Once for every spelling, not for every row.
connection.execute(f"""
CREATE TABLE spelled AS SELECT text, {folded("text")} AS folded
FROM (SELECT given AS text FROM parts UNION SELECT surname FROM parts UNION SELECT father FROM parts UNION SELECT mother FROM parts)
WHERE text IS NOT NULL
""")
connection.execute(f"""
CREATE TABLE students AS
WITH padded AS (
  SELECT *, CASE WHEN length(number) IN (10, 11, 12) AND number NOT LIKE 'G%' AND {check("try_cast(number AS BIGINT)")}
    THEN lpad(number, 13, '0') WHEN length(number) < 9 THEN NULL ELSE number END AS whole
  FROM parts)
SELECT row AS unique_id, whole AS id, number, right(whole, 9) AS id_end, left(whole, 1) = 'G' AS is_g,
  coalesce(length(whole) = 13 AND whole NOT LIKE 'G%' AND {check("try_cast(whole AS BIGINT)")}, false) AS id_valid,
  given.folded AS given, surname.folded AS surname, sex,
  CASE WHEN year > 2400 THEN year - 543 ELSE year END AS year, month, day,
  CASE WHEN year > 2400 THEN year - 543 ELSE year END * 10000 + month * 100 + day AS birth,
  father.folded AS father, mother.folded AS mother, tambon, tambon || ' ' || house AS home, grade
FROM padded
LEFT JOIN spelled given ON padded.given = given.text LEFT JOIN spelled surname ON padded.surname = surname.text
LEFT JOIN spelled father ON padded.father = father.text LEFT JOIN spelled mother ON padded.mother = mother.text
ORDER BY row
""")
for table in ("raw", "parts", "spelled"):
    connection.execute(f"DROP TABLE {table}")
rows = connection.execute("SELECT count(*) FROM students").fetchall()[0][0]


def level(sql, label, **settings):
    made = levels.CustomLevel(sql, label)
    return made.configure(**settings) if settings else made


def alike(name, **more):
    """Levels of a name that has no twin column."""
    return comparisons.CustomComparison(output_column_name=name, comparison_levels=[
        levels.NullLevel(name),
        levels.ExactMatchLevel(name, term_frequency_adjustments=True),
        levels.LevenshteinLevel(name, 1),
        levels.JaroWinklerLevel(name, 0.9),
        levels.ElseLevel(),
    ])


# One edit leaves one half as it was: distances are measured only then. A lost digit is looked for in what was written.
NEAR = """CASE WHEN id_l[:6] = id_r[:6] OR id_l[-6:] = id_r[-6:] OR number_l[:6] = number_r[:6]
  THEN damerau_levenshtein(id_l, id_r) <= 1 OR damerau_levenshtein(number_l, number_r) <= 1 ELSE false END"""
identifier = comparisons.CustomComparison(output_column_name="id", comparison_levels=[
    levels.NullLevel("id"),
    # Random pairs hold few of these, so that their share among strangers is given.
    level("id_l = id_r", "same", u_probability=1e-8, fix_u_probability=True),
    level("is_g_l <> is_g_r", "a G-code and a number"),
    level("is_g_l AND is_g_r", "two G-codes"),
    level(f"id_valid_l AND id_valid_r AND {NEAR}", "one edit, both valid", u_probability=1e-6, fix_u_probability=True),
    level("id_valid_l AND id_valid_r", "two valid numbers"),
    level(NEAR, "one edit", u_probability=1e-7, fix_u_probability=True),
    levels.ElseLevel(),
])
given = comparisons.CustomComparison(output_column_name="given", comparison_levels=[
    levels.NullLevel("given"),
    levels.ExactMatchLevel("given", term_frequency_adjustments=True),
    levels.LevenshteinLevel("given", 1),
    level("given_l = surname_r OR surname_l = given_r", "swapped"),
    level("levenshtein(given_l, given_r) <= 2 AND length(given_l) > 4", "two edits"),
    levels.JaroWinklerLevel("given", 0.9),
    levels.ElseLevel(),
])
surname = comparisons.CustomComparison(output_column_name="surname", comparison_levels=[
    levels.NullLevel("surname"),
    levels.ExactMatchLevel("surname", term_frequency_adjustments=True),
    levels.LevenshteinLevel("surname", 1),
    level("given_l = surname_r OR surname_l = given_r", "swapped"),
    levels.JaroWinklerLevel("surname", 0.9),
    levels.ElseLevel(),
])
birth = comparisons.CustomComparison(output_column_name="birth", comparison_levels=[
    levels.NullLevel("birth"),
    level("birth_l = birth_r AND birth_l % 10000 = 101", "both 1 January of one year"),
    level("birth_l = birth_r", "same"),
    level("year_l = year_r AND month_l = day_r AND day_l = month_r", "day and month swapped"),
    level("year_l = year_r AND (birth_l % 10000 = 101 OR birth_r % 10000 = 101)", "one 1 January"),
    level("(month_l = month_r AND day_l = day_r AND abs(year_l - year_r) = 1) OR (year_l = year_r AND (month_l = month_r OR day_l = day_r))",
          "one part differs"),
    levels.ElseLevel(),
])
place = comparisons.CustomComparison(output_column_name="home", comparison_levels=[
    levels.NullLevel("home"),
    levels.ExactMatchLevel("home"),
    levels.ExactMatchLevel("tambon"),
    levels.ElseLevel(),
])
grade = comparisons.CustomComparison(output_column_name="grade", comparison_levels=[
    levels.NullLevel("grade"), level("grade_l = grade_r", "same"), level("abs(grade_l - grade_r) = 1", "next"), levels.ElseLevel()])

settings = SettingsCreator(
    link_type="dedupe_only",
    comparisons=[identifier, given, surname, birth, comparisons.ExactMatch("sex"), alike("mother"), alike("father"), place, grade],
    blocking_rules_to_generate_predictions=[
        block_on("id"), block_on("id_end"), block_on("given", "surname"), block_on("birth", "mother"), block_on("birth", "surname"),
        block_on("birth", "given"), block_on("birth", "father"), block_on("given", "mother"),
        "l.given = r.surname AND l.birth = r.birth",
    ],
    probability_two_random_records_match=0.04 / rows,
    additional_columns_to_retain=["sex", "birth"],
    retain_intermediate_calculation_columns=False,
    max_iterations=15,
)
database = DuckDBAPI(connection)
linker = Linker(database.register("students", dataset_display_name="register"), settings, log_level=None)
linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1, min_count_per_level=None, num_chunks=1)
for rule in (block_on("id"), block_on("birth", "given"), block_on("mother", "birth")):
    linker.training.estimate_parameters_using_expectation_maximisation(rule, record_sample_proportion=1.0)
predicted = linker.inference.predict(threshold_match_probability=arguments.probability)

# Levels are counted from the last, 0, upwards; a missing value is -1. Given name: 0 and 1 are plainly different, 1 begins alike.
SAME, FORM, G, NEAR_VALID, VALID, EDIT, OTHER = 6, 5, 4, 3, 2, 1, 0
VETO = f"""
DELETE FROM {{table}} WHERE gamma_id = {VALID}
  OR (gamma_given = 0 AND gamma_id NOT IN ({SAME}, {EDIT}))
  OR (gamma_given = 1 AND gamma_id IN ({FORM}, {G}, {NEAR_VALID}, {OTHER}))
  OR (gamma_given < 2 AND gamma_given >= 0 AND gamma_id IN ({SAME}, {EDIT}) AND (gamma_birth = 0 OR gamma_sex = 0))
  OR (gamma_id NOT IN ({SAME}, {EDIT}, {NEAR_VALID}) AND gamma_mother < 1 AND gamma_father < 1 AND gamma_home < 2)
"""
if not arguments.without_veto:
    connection.execute(VETO.format(table=predicted.physical_name))
clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(predicted, threshold_match_probability=arguments.probability)
connection.execute(f"""
COPY (SELECT cluster_id AS cluster, unique_id AS row FROM {clusters.physical_name}
  QUALIFY count(*) OVER (PARTITION BY cluster_id) > 1 ORDER BY ALL) TO '{arguments.clusters}' (HEADER)
""")
