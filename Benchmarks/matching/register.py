"""A synthetic Thai student register with known truth, for judging a matcher that was not built on it.

  register.py DIR [--students N] [--seed S] [--names wide|narrow] [--layout one|per-school]

Every person, family, school and number is invented. Codes are drawn with numpy; the text is joined
chunk by chunk. Damage is laid over single cells of the extra registrations (and of some others).
"""
import argparse, csv, datetime, os, random, time
import numpy as np
import polars as pl

A = argparse.ArgumentParser()
A.add_argument("dir"); A.add_argument("--students", type=int, default=100_000)
A.add_argument("--seed", type=int, default=1); A.add_argument("--names", default="wide", choices=["wide", "narrow"])
A.add_argument("--layout", default="one", choices=["one", "per-school"])
A = A.parse_args()
t0 = time.time()
g = np.random.default_rng(A.seed)
R = random.Random(A.seed * 7919 + 13)
WIDE = A.names == "wide"
N = A.students

# ---------------------------------------------------------------- names
STARTS = """กัญ กัลยา กมล กิตติ เกียรติ กฤษ กฤต ขวัญ คณิ คุณา จันทร์ จิร จิต จุฑา ชญา ชน ชนิ ชัย ชลธิ ชุติ ฐิติ ณัฐ ณิช ดนุ ดา เดช ตรี ทัศ ทิพย์ ทรง
ธนา ธน ธร ธัญ ธีร นพ นภา นนท์ นริ นัท นันท์ นิธิ นิภา บุญ บุษ บวร เบญจ ปฐม ปกรณ์ ปภา ประ ปรา ปริญ ปวี ปาริ ปิย ปัณ ปุณ พงศ์ พง พชร พร พรหม พัชร พัท
พิชญ์ พิม พีร ภัค ภัทร ภาณุ ภูมิ ภูริ มงคล มนัส มณี มาริ เมธา ยศ ยุท รวิ รัชช รัตน รุ่ง ลลิ วชิร วร วรัญ วัช วัน วิชญ์ วิภา วิทย์ วีร ศรัณย์ ศศิ ศิริ ศุภ สกุล
สิทธิ สิริ สุ สุด สุธี สุภา สุวรรณ โสภา อดิ อธิ อนันต์ อภิ อรุณ อร อัคร อัญ อัจ อานนท์ อิท อุดม ไอ เอก เพ็ญ โชติ เจต แก้ว แพร ใจ ไพ สม คำ อำ น้ำ ใหม่ ใบ""".split()
MALE = """วุฒิ พล พงษ์ พงศ์ กร ชัย ธร ศักดิ์ เดช ภัทร วัฒน์ สิทธิ์ ณรงค์ ยศ ยุทธ รักษ์ ราช เวช วิทย์ วิชญ์ ชาติ ชน ภูมิ ภพ โชค โชติ เทพ นนท์ นันท์ นาท ทัศน์ ธัช
ธันว์ ดล ดนัย เกียรติ กานต์ กฤต คม ปกรณ์ พัฒน์ พันธ์ ภาส รัฐ รุจ ฤทธิ์ วงศ์ สรณ์ สันต์ เสฏฐ์ หิรัญ อนันต์ อาจ เจริญ จักร ชาย หมาย บัติ ปอง คิด""".split()
FEMALE = """พร ภรณ์ รัตน์ วดี วรรณ ดา ณี นิดา ภา นภา นารี กานต์ กัญญา กาญจน์ จิรา จันทร์ จิตรา ชนก ชญา ญา ญาดา ฐิตา ณัฐ ธิดา ธร ทิพย์ นันท์ นุช นาถ นิภา ปภา ปรียา
ประภา พิชญา พิมพ์ พัชร์ เพ็ญ ภัทรา มณี มาลี มาศ มล มุก ยา ยุพา รดา ริน รินทร์ รัศมี ลดา ลักษณ์ ลาวัณย์ วรา วิภา ศิริ ศรี สร สรา สินี สุดา สิริ โสภา หทัย อร อาภา ไพลิน ขวัญ ฝน""".split()
MIDS = "ญา ธ นา ริ ยา ณิ รา ชา วิ สิ พัน ดิ".split()
SUR1 = """ศรี บุญ ทอง แก้ว แสง คำ จันทร์ พรหม สุข วงศ์ ชัย อินทร์ ใจ มา พล สม เพชร มณี สาย ดวง ไชย ธรรม สิงห์ นาค เรือง รุ่ง ปัญญา พันธุ์ ภู สี หอม นวล อ่อน ขำ โพธิ์ ยอด
หล้า สุวรรณ ราช เกตุ เกิด คง ชู ชื่น ช่วย เชื้อ ดี เดช ทับ เทพ นิล บัว ปาน ผล พิม พูล ม่วง มี ยิ้ม รอด รักษ์ ฤทธิ์ ลา วัน สงวน สด หงษ์ อยู่ อุดม อุ่น เอี่ยม โสภา กิตติ กล้า ขาว เขียว จิตร
เจริญ แดง ดำ นา น้อย ใหญ่ หนู ป้อม เหล่า กอง โคตร ภักดี สิทธิ ณรงค์ ปราบ วิเศษ""".split()
SUR2 = SUR1 + "ประเสริฐ สวัสดิ์ วัฒนา มงคล งาม ใส สมบูรณ์ ไพศาล รุ่งเรือง พงษ์ สกุล ลักษณ์ จำปา ประทุม อำไพ ถาวร ภิรมย์ สะอาด".split()
SUR3 = """ชัย กุล วงศ์ สกุล พันธ์ พงษ์ ศรี รัตน์ ทอง ดี สุข งาม มงคล วัฒนา เจริญ ประเสริฐ ศักดิ์ ชาติ ธรรม ลักษณ์ สวัสดิ์ ภักดี คำ จันทร์ ใจ แก้ว โชค ลาภ บุตร เดช
ฤทธิ์ รักษ์ พร แสง โต มี นนท์ วาท หาญ สิงห์ ไพร อาจ""".split()
ETHNIC = """อ่อง จอ มิ้น ซอ เมียะ วิน ทุน เอ มะ ตู โซ ลา หม่อง นาย เท ซาน คำ หลู่ จาย แสง เซง หอม นาง ยี พอ ดา เปา ซือ นอ แล เวง ตา คอ มู แซ ยอ ชิ ปอ อาเซ อาหล่า อามี หมี่""".split()
MUSLIM = """มะ ยูโซ๊ะ สาและ ดือราแม อาแว หะยี เจะ สะอิ มามะ ลาเต๊ะ มูซอ บินดุเหล็ม หมัด เด็น เส็น อูมา กาเดร์ วาเด็ง""".split()


def unique(make, n):
    seen = {}
    while len(seen) < n:
        seen.setdefault(make(), len(seen))
    return list(seen)


def given_names(ends, n):
    two = [(s + e, i) for i, s in enumerate(STARTS) for e in ends]
    R.shuffle(two)
    names = dict(two[: min(n, len(two))])
    while len(names) < n:
        i = R.randrange(len(STARTS))
        names.setdefault(STARTS[i] + R.choice(MIDS) + R.choice(ends), i)
    return list(names), np.array(list(names.values()), np.int32)


def zipf(n, shift, power):
    weight = (np.arange(n) + shift) ** -power
    return np.cumsum(weight / weight.sum())


n_given = 25_000 if WIDE else 400
n_sur = 300_000 if WIDE else 20_000
male, male_start = given_names(MALE, n_given)
female, female_start = given_names(FEMALE, n_given)
ethnic = unique(lambda: "".join(R.choices(ETHNIC, k=R.choice([1, 2, 2, 2, 3]))), 400 if WIDE else 120)
ethnic_sur = unique(lambda: "".join(R.choices(ETHNIC, k=R.choice([2, 2, 3]))), 600 if WIDE else 200)
def surname():
    kind = R.random()
    if kind < .02: return "แซ่" + R.choice("ลี้ ตั้ง โง้ว อึ้ง เตีย ลิ้ม จัง วื่อ ย่าง หาง ท้าว เฮ้อ ซ้ง มัว".split()) + R.choice(["", "", "กุล"])
    if kind < .04: return R.choice(MUSLIM) + R.choice(MUSLIM + [""])
    if kind < .25: return R.choice(SUR1) + R.choice(SUR2)
    return R.choice(SUR1) + R.choice(SUR2) + R.choice(SUR3)
surnames = unique(surname, n_sur) + ethnic_sur + ["-"]
DASH = len(surnames) - 1
ETH_SUR = n_sur
# one pool of given names: males, females, ethnic, then the words for an unknown parent
given = male + female + ethnic + ["-", "ไม่ปรากฎ"]
G_ETH, G_DASH, G_UNKNOWN = 2 * n_given, len(given) - 2, len(given) - 1
start_of = np.concatenate([male_start, female_start + 1000, np.full(len(ethnic), 5000), [9998, 9999]])
by_start = np.argsort(start_of, kind="stable")
first_of = np.searchsorted(start_of[by_start], start_of)
last_of = np.searchsorted(start_of[by_start], start_of, side="right")
cum_given = zipf(n_given, 12, .92)
cum_sur = zipf(n_sur, 60, .62)
old = [g.permutation(n_given), g.permutation(n_given)]  # the parents' generation liked other names


def draw_given(sex, ethnic_mask, parents=False):
    k = np.searchsorted(cum_given, g.random(len(sex)) * .9999999)
    if parents:
        k = np.where(sex == 0, old[0][k], old[1][k])
    code = k + np.where(sex == 0, 0, n_given)
    return np.where(ethnic_mask, G_ETH + g.integers(0, len(ethnic), len(sex)), code).astype(np.int32)


def rhyming(code):
    """Another name of the same beginning."""
    span = last_of[code] - first_of[code]
    other = by_start[first_of[code] + (g.random(len(code)) * span).astype(np.int64)]
    return other.astype(np.int32)


# ---------------------------------------------------------------- areas and schools
n_areas = max(3, round(N / 27_000))
PLACE1 = "หนอง บ้าน โคก ห้วย ดอน ท่า นา บึง คลอง วัง โนน ป่า เขา ทุ่ง สระ เนิน".split()
PLACE2 = "บัว ไผ่ ยาง แก้ว ทราย ม่วง ขาม โพธิ์ กระทุ่ม สัก จาน เต่า ช้าง เสือ หว้า แสง ทอง ใหญ่ เหล็ก ประดู่ ตาล".split()
PLACE3 = ["", "", "น้อย", "ใหญ่", "ทอง", "งาม", "สามัคคี", "พัฒนา", "ใต้", "เหนือ"]
place = lambda: R.choice(PLACE1) + R.choice(PLACE2) + R.choice(PLACE3)
n_prov = max(1, min(77, round(n_areas / 3.2)))
prov_code = np.sort(g.choice(np.arange(10, 97), n_prov, replace=False))
prov_name = unique(lambda: R.choice(PLACE2) + R.choice(["บุรี", "ธานี", "นคร", "คาม", "ราม"]), n_prov)
area_prov = np.arange(n_areas) * n_prov // n_areas
area_in_prov = np.arange(n_areas) - np.searchsorted(area_prov, area_prov)
TAMBONS, DISTRICTS = 40, 8
district_name = [place() for _ in range(n_areas * DISTRICTS)]
tambon_name = [place() for _ in range(n_areas * TAMBONS)]
school_area, school_kind, school_code, register = [], [], [], []
next_moe = {}
for a in range(n_areas):
    p = int(prov_code[area_prov[a]])
    schools = max(4, round(N / n_areas / 225))
    primary = max(2, round(schools * .70)); extended = max(1, round(schools * .20)); high = max(1, schools - primary - extended)
    serial = {0: 0, 2: 2000 + int(area_in_prov[a]) * 100}
    for kind, count in ((0, primary), (1, extended), (2, high)):
        for _ in range(count):
            half = 2 if kind == 2 else 0
            serial[half] += 1
            office = area_in_prov[a] + 1
            code = f"{p:02d}{office if kind != 2 else 1:02d}{serial[half]:04d}"
            moe = next_moe[p] = next_moe.get(p, 0) + 1
            stem = {0: R.choice(["บ้าน", "วัด", "อนุบาล", "ชุมชน"]), 1: R.choice(["บ้าน", "วัด", "ชุมชน"]), 2: ""}[kind]
            name = stem + place() + {0: "", 1: R.choice(["", "วิทยา"]), 2: R.choice(["พิทยาคม", "วิทยา", "วิทยาคม"])}[kind]
            esao = (f"{p:02d}{office:02d}0000", f"สพป.{prov_name[area_prov[a]]} เขต {office}") if kind != 2 else \
                (f"00{p:02d}0001", f"สพม.{prov_name[area_prov[a]]}")
            school_area.append(a); school_kind.append(kind); school_code.append(code)
            register.append((code, f"10{p:02d}{p:02d}{moe:04d}", name, *esao))
school_area, school_kind = np.array(school_area), np.array(school_kind)
n_schools = len(school_code)
size = np.exp(g.normal(0, .75, n_schools)) * np.where(school_kind == 0, 1, np.where(school_kind == 1, 1.8, 6))
# cells: area × (0 = primary grades, 1 = lower secondary, 2 = upper secondary)
cell_schools = {}
for level in range(3):
    fits = (school_kind <= 1) if level == 0 else (school_kind >= 1) if level == 1 else (school_kind == 2)
    idx = np.nonzero(fits)[0]
    idx = idx[np.argsort(school_area[idx], kind="stable")]
    cum = np.cumsum(size[idx])
    lo = np.searchsorted(school_area[idx], np.arange(n_areas)); hi = np.searchsorted(school_area[idx], np.arange(n_areas), "right")
    cell_schools[level] = (idx, cum, np.where(lo > 0, cum[lo - 1], 0), cum[hi - 1])


def pick_school(area, level):
    out = np.zeros(len(area), np.int32)
    for l in range(3):
        m = level == l
        idx, cum, low, high = cell_schools[l]
        u = low[area[m]] + g.random(m.sum()) * (high[area[m]] - low[area[m]]) * .999999
        out[m] = idx[np.minimum(np.searchsorted(cum, u, "right"), len(idx) - 1)]
    return out


# ---------------------------------------------------------------- families and children
AS_OF = datetime.date(2026, 5, 16)
DAY0 = datetime.date(2008, 5, 17)          # the oldest birthday of a pupil
SPAN = (datetime.date(2023, 5, 15) - DAY0).days
P = round(N / 1.0215)
F = int(P / 1.30) + 500
births = g.choice([1, 2, 3, 4], F, p=[.50, .34, .12, .04])
fam = np.repeat(np.arange(F), births)
nth = np.arange(len(fam)) - np.repeat(np.cumsum(births) - births, births)
step = np.where(nth == 0, g.integers(0, SPAN + 1500, len(fam)) - 1500, 310 + g.exponential(850, len(fam)).astype(int))
total = np.cumsum(step)
dob = total - np.repeat((total - step)[nth == 0], births)
twin = g.random(len(fam)) < .012
copies = np.where(twin, 2, 1)
fam = np.repeat(fam, copies); dob = np.repeat(dob, copies)
second_twin = np.arange(len(fam)) - np.repeat(np.cumsum(copies) - copies, copies) > 0
is_twin = np.repeat(twin, copies)
keep = (dob >= 0) & (dob < SPAN)
fam, dob, second_twin, is_twin = fam[keep], dob[keep], second_twin[keep], is_twin[keep]
if len(fam) < P:
    raise SystemExit(f"too few children: {len(fam)} of {P}")
fam, dob, second_twin, is_twin = fam[:P], dob[:P].astype(np.int32), second_twin[:P], is_twin[:P]
fam = fam.astype(np.int32)

stateless = g.random(F) < .026
area = g.integers(0, n_areas, F).astype(np.int16)
tambon = (area.astype(np.int32) * TAMBONS + (g.random(F) ** 1.5 * TAMBONS).astype(np.int32))
house = np.minimum(999, 1 + g.exponential(90, F).astype(np.int32)).astype(np.int16)
moo = g.integers(1, 15, F).astype(np.int8)
f_sur = np.searchsorted(cum_sur, g.random(F) * .9999999).astype(np.int32)
eth = stateless & (g.random(F) < .9)
f_sur = np.where(eth, np.where(g.random(F) < .45, DASH, ETH_SUR + g.integers(0, len(ethnic_sur), F)), f_sur).astype(np.int32)
m_sur = np.where(g.random(F) < .70, f_sur, np.searchsorted(cum_sur, g.random(F) * .9999999)).astype(np.int32)
m_sur = np.where(eth, np.where(g.random(F) < .6, DASH, ETH_SUR + g.integers(0, len(ethnic_sur), F)), m_sur).astype(np.int32)
father = draw_given(np.zeros(F, int), eth, True); mother = draw_given(np.ones(F, int), eth, True)
c_sur = np.where(g.random(F) < .88, f_sur, m_sur).astype(np.int32)   # the children's surname
f_shown_sur = f_sur.copy()
no_father = g.random(F) < np.where(stateless, .15, .04); no_mother = g.random(F) < np.where(stateless, .06, .008)
father[no_father] = np.where(g.random(no_father.sum()) < .7, G_UNKNOWN, G_DASH); f_shown_sur[no_father] = DASH
mother[no_mother] = G_DASH; m_sur[no_mother] = DASH
c_sur = np.where(no_father & (g.random(F) < .7) & ~eth, np.where(m_sur == DASH, c_sur, m_sur), c_sur).astype(np.int32)
guard_kind = g.choice(4, F, p=[.47, .27, .18, .08]).astype(np.int8)        # mother, father, grandparents, others
guard = draw_given(g.integers(0, 2, F), eth, True)
guard_sur = np.where(g.random(F) < .6, c_sur, np.searchsorted(cum_sur, g.random(F) * .9999999)).astype(np.int32)
job = g.integers(0, 8, (F, 3)).astype(np.int8)

sex = (g.random(P) < .487).astype(np.int8)
same = second_twin & (g.random(P) < .66)
sex[same] = sex[np.nonzero(same)[0] - 1]
name = draw_given(sex.astype(int), eth[fam])
# sisters and brothers, and more so twins, are often given names that begin alike
prev_same = np.zeros(P, bool); prev_same[1:] = (fam[1:] == fam[:-1])
for i_mask in (prev_same & ~second_twin & (g.random(P) < .22), second_twin & (g.random(P) < .5)):
    i = np.nonzero(i_mask)[0]
    i = i[(sex[i] == sex[i - 1]) & (name[i - 1] < G_ETH)]
    name[i] = rhyming(name[i - 1])
def distance(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (x != y))
    return row[-1]


# some twins' names are a letter or two apart
i = np.nonzero(second_twin & (g.random(P) < .25))[0]
i = i[(sex[i] == sex[i - 1]) & (name[i - 1] < G_ETH)]
for y in i.tolist():
    options = [int(x) for x in rhyming(np.full(12, name[y - 1])) if x != name[y - 1]]
    if options: name[y] = min(options, key=lambda x: distance(given[x], given[name[y - 1]]))
for _ in range(3):                                        # two children of one family never share a name
    i = np.nonzero(prev_same)[0]
    clash = i[name[i] == name[i - 1]]
    name[clash] = draw_given(sex[clash].astype(int), eth[fam[clash]])
child_sur = c_sur[fam]
half = prev_same & ~second_twin & (g.random(P) < .05)      # half-siblings with the other surname
child_sur[half] = np.where(m_sur[fam[half]] == DASH, child_sur[half], m_sur[fam[half]])
# 1 January of those whose day of birth nobody wrote down
days = np.array([DAY0 + datetime.timedelta(int(d)) for d in range(SPAN)])
jan1 = np.array([max(0, (datetime.date(d.year, 1, 1) - DAY0).days) if d.year > 2008 else (d - DAY0).days for d in days], np.int32)
unknown = stateless[fam] & (g.random(P) < .35) & ~is_twin
dob[unknown] = jan1[dob[unknown]]

# namesakes: an unrelated only child gets another's names, often the birth date as well
children = np.bincount(fam, minlength=F)
only = np.nonzero((children[fam] == 1) & ~is_twin & ~stateless[fam])[0]
k = round(P * .0012)
pick = g.choice(only, 2 * k, replace=False); a_, b_ = pick[:k], pick[k:]
name[b_], sex[b_], child_sur[b_] = name[a_], sex[a_], child_sur[a_]
fb = fam[b_]
f_sur[fb] = np.where(f_sur[fb] == c_sur[fb], child_sur[b_], f_sur[fb])
f_shown_sur[fb] = np.where(f_shown_sur[fb] == DASH, DASH, np.where(f_shown_sur[fb] == c_sur[fb], child_sur[b_], f_shown_sur[fb]))
m_sur[fb] = np.where(m_sur[fb] == c_sur[fb], child_sur[b_], m_sur[fb])
c_sur[fb] = child_sur[b_]
same_day = g.random(k) < .45
dob[b_[same_day]] = dob[a_[same_day]]
near = g.random(k) < .25                                   # and lives in the same sub-district
area[fb[near]] = area[fam[a_[near]]]; tambon[fb[near]] = tambon[fam[a_[near]]]
namesakes = np.stack([a_, b_], 1); namesake_day = same_day

# ---------------------------------------------------------------- identifiers
def with_check(n12):
    s = np.zeros(len(n12), np.int64)
    for i in range(12):
        s += (n12 // 10 ** (11 - i) % 10) * (13 - i)
    return n12 * 10 + (11 - s % 11) % 10


u = g.random(P)
category = np.select([u < .955, u < .970, u < .975, u < .980], [1, 2, 3, 5], 8)
category = np.where(category == 3, 1, category)
u = g.random(P)
g_family = g.random(F) < .62
category = np.where(stateless[fam], np.where(g_family[fam], np.where(u < .9, -1, 7), np.where(u < .62, 0, np.where(u < .8, 7, 6))), category)
twin2 = np.nonzero(second_twin)[0]; category[twin2] = category[twin2 - 1]
is_g = category < 0
province = prov_code[area_prov[area]][fam]
office = (province * 100 + (area_in_prov[area][fam] % 8) * DISTRICTS + tambon[fam] % DISTRICTS + 10).astype(np.int64)
moved = (g.random(P) < .15) & ~second_twin
office[moved] = prov_code[g.integers(0, n_prov, moved.sum())] * 100 + g.integers(10, 90, moved.sum())
office[twin2] = office[twin2 - 1]
order = np.lexsort((np.arange(P), fam, dob, office, category))
o_fam, o_dob, o_key = fam[order], dob[order], category[order] * 10_000 + office[order]
gap = 1 + g.geometric(.04, P)
gap[1:][(o_fam[1:] == o_fam[:-1]) & (o_dob[1:] == o_dob[:-1])] = 1
seq = np.cumsum(gap)
new = np.ones(P, bool); new[1:] = o_key[1:] != o_key[:-1]
first = np.maximum.accumulate(np.where(new, np.arange(P), 0))
seq = (seq - seq[first] + g.integers(0, 4_000_000, P)[first]) % 10_000_000
number = np.zeros(P, np.int64)
number[order] = np.maximum(o_key // 10_000, 0) * 10 ** 11 + office[order] % 10_000 * 10 ** 7 + seq
zero2 = (category == 0) & (g.random(F)[fam] < .4)
number[zero2] %= 10 ** 10
number = with_check(number)
# G-codes run on within province and year, brothers and sisters one after the other
gi = np.nonzero(is_g)[0]
gyear = (g.integers(61, 70, F))[fam[gi]]
gorder = np.lexsort((fam[gi], gyear, province[gi]))
serial = np.cumsum(np.where(np.diff(fam[gi][gorder], prepend=-1) == 0, 1, g.integers(1, 9, len(gi)))) + 1000
gcode = np.zeros(len(gi), np.int64); gcode[gorder] = serial
number[gi] = gyear.astype(np.int64) * 10 ** 10 + province[gi] * 10 ** 8 + gcode % 10 ** 8
_, seen_first = np.unique(np.where(is_g, number + 10 ** 13, number), return_index=True)
again = np.ones(P, bool); again[seen_first] = False
while again.any():                                         # no chance doubles besides the planted ones
    idx = np.nonzero(again)[0]
    number[idx] = np.where(is_g[idx], number[idx] + g.integers(10 ** 6, 10 ** 7, len(idx)),
                           with_check(number[idx] // 10 ** 8 * 10 ** 7 + g.integers(5_000_000, 9_999_999, len(idx))))
    _, seen_first = np.unique(np.where(is_g, number + 10 ** 13, number), return_index=True)
    again[:] = True; again[seen_first] = False

# ---------------------------------------------------------------- school of each child
years = np.array([(AS_OF.year - d.year) - ((AS_OF.month, AS_OF.day) < (d.month, d.day)) for d in days], np.int8)
grade = np.clip(years[dob] - 3 + g.choice([-1, 0, 1], P, p=[.02, .96, .02]), 0, 14).astype(np.int8)
grade[twin2] = grade[twin2 - 1]
level_of = lambda grade: np.where(grade < 9, 0, np.where(grade < 12, 1, 2))
lvl = level_of(grade)
school = pick_school(area[fam].astype(int), lvl)
with_sibling = np.nonzero(prev_same & (g.random(P) < .85))[0]
with_sibling = with_sibling[lvl[with_sibling] == lvl[with_sibling - 1]]
school[with_sibling] = school[with_sibling - 1]
room = g.integers(1, 3, P).astype(np.int8)
student = g.integers(1000, 30_000, P).astype(np.int32)
print(f"{P} children in {len(np.unique(fam))} families, {n_schools} schools, {n_areas} areas; {time.time()-t0:.0f} s", flush=True)

# ---------------------------------------------------------------- collisions: one number on two children
k = round(P * .0006)
taken = set(); collisions = []
nonly = np.nonzero(~is_g & (children[fam] == 1))[0]
for n_pick in range(round(k * .65)):                       # strangers, every second pair in one school
    x, y = (int(nonly[g.integers(len(nonly))]) for _ in range(2))
    if name[x] == name[y] or child_sur[x] == child_sur[y] or abs(int(dob[x]) - int(dob[y])) < 40 or {x, y} & taken or x == y:
        continue
    if n_pick % 2 and level_of(grade[x]) == level_of(grade[y]):
        school[y] = school[x]
    taken |= {x, y}; collisions.append((x, y, "collision"))
sib = np.nonzero(prev_same & ~is_g)[0]; sib = sib[~is_g[sib - 1]]
R_order = g.permutation(sib)
for y in R_order[: round(k * 1.2)]:
    y = int(y); x = y - 1
    if {x, y} & taken or name[x] == name[y]: continue
    if dob[x] == dob[y] and sex[x] == sex[y]: continue     # twins of one sex could be one renamed child
    taken |= {x, y}; collisions.append((x, y, "collision-twins" if dob[x] == dob[y] else "collision-family"))
    if sum(c[2] != "collision" for c in collisions) >= round(k * .35): break
for x, y, _ in collisions:
    number[y] = number[x]

# ---------------------------------------------------------------- extra registrations
extra = N - P
weight = np.where(is_g, 6.5, np.where(category == 0, 4.5, 1.0))
if taken: weight[list(taken)] = 0
doubled = g.choice(P, round(extra / 1.05), replace=False, p=weight / weight.sum())
thirds = g.choice(doubled, extra - len(doubled), replace=False)
rec_person = np.concatenate([np.arange(P), doubled, thirds]).astype(np.int32)
rows = len(rec_person)
COLUMNS = ["school", "school_name", "id", "grade", "room", "student", "sex", "prefix", "given", "surname", "birth", "age", "weight",
           "height", "blood", "religion", "race", "nation", "house", "moo", "road", "tambon", "district", "province",
           "g_name", "g_sur", "g_job", "g_rel", "f_name", "f_sur", "f_job", "m_name", "m_sur", "m_job", "poor", "stuck"]
patch = {c: ([], []) for c in COLUMNS}
def put(row, column, value):
    at, values = patch[column]; at.append(row); values.append(value or None)

TONES = "่้๊๋"
SWAPS = [("ณ", "น"), ("น", "ณ"), ("ศ", "ส"), ("ษ", "ส"), ("ส", "ศ"), ("ฎ", "ด"), ("ฏ", "ต"), ("ฐ", "ถ"), ("ธ", "ท"), ("ภ", "พ"), ("พ", "ภ"),
         ("ญ", "ย"), ("ใ", "ไ"), ("ฬ", "ล"), ("ฤ", "ร"), ("ิ", "ี"), ("ี", "ิ"), ("ุ", "ู"), ("ู", "ุ"), ("ฑ", "ท"), ("ฒ", "ท"), ("ร", "ล")]
LETTERS = "กขคงจชดตทนบปพมยรลวสอ"


def once(text, old, new):
    at = [i for i in range(len(text)) if text.startswith(old, i)]
    i = R.choice(at)
    return text[:i] + new + text[i + len(old):]


def misspelt(text):
    """One spelling that another clerk might write; some look the same, some sound the same, few do neither."""
    ways = [("swap", a, b) for a, b in SWAPS if a in text]
    if "์" in text: ways += [("swap", "์", "")] * 4
    if "ำ" in text: ways += [("swap", "ำ", "ํา")] * 6
    if "แ" in text: ways += [("swap", "แ", "เเ")] * 2
    for tone in TONES:
        if tone in text: ways += [("swap", tone, tone * 2), ("swap", tone, ""), ("swap", tone, R.choice(TONES))]
    u = R.random()
    if ways and u < .74:
        _, a, b = R.choice(ways)
        return once(text, a, b)
    i = R.randrange(1, len(text)) if len(text) > 1 else 0
    if u < .80: return text[:i] + R.choice(["\u200b", " ", "\u00a0"]) + text[i:]
    u = R.random()
    if u < .35 and len(text) > 3: return text[:i] + text[i + 1:]
    if u < .55: return text[:i] + R.choice(LETTERS) + text[i:]
    if u < .70 and i + 1 < len(text): return text[:i] + text[i + 1] + text[i] + text[i + 2:]
    return text[:i] + R.choice(LETTERS) + text[i + 1:]


def misspelt_more(text):
    out = misspelt(text)
    return misspelt(out) if R.random() < .3 else out


def check_of(d12):
    return (11 - sum(int(d) * (13 - i) for i, d in enumerate(d12)) % 11) % 10


def text_of(p):
    return f"G{number[p]:012d}" if is_g[p] else f"{number[p]:013d}"


def fresh_number(p, first=None):
    first = R.choice("2777000068") if first is None else first
    d = first + f"{province[p]:02d}{R.randrange(10, 90):02d}{R.randrange(10**7):07d}"
    return d + str(check_of(d))


def fresh_g(p):
    return f"G{R.randrange(61, 70)}{province[p]:02d}{R.randrange(10**8):08d}"


def format_damage(i):
    u = R.randrange(6)
    if u == 0: return i + R.choice([".0", ".00"])
    if u == 1: return "'" + i
    if u == 2: return f"{i[0]}-{i[1:5]}-{i[5:10]}-{i[10:12]}-{i[12]}"
    if u == 3: return f"{i[0]} {i[1:5]} {i[5:10]} {i[10:12]} {i[12]}"
    if u == 4: return i.translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙"))
    return i.replace("0", "O", 1) if "0" in i[1:] else i + " "


def typo(i):
    k = 2 if R.random() < .05 else R.randrange(13)
    d = R.choice([c for c in "0123456789" if c != i[k]])
    return i[:k] + d + i[k + 1:]


def valid(i):
    return len(i) == 13 and i.isdigit() and check_of(i[:12]) == int(i[12])


def damage_id(p, kind):
    i = text_of(p)
    if kind == "id-typo":
        t = typo(i) if not is_g[p] else "G" + typo("0" + i[1:])[1:]
        return t, ("id-typo-valid" if valid(t) else "id-typo")
    if kind == "id-swap":
        at = [k for k in range(1 if is_g[p] else 0, 12) if i[k] != i[k + 1]]
        k = R.choice(at)
        return i[:k] + i[k + 1] + i[k] + i[k + 2:], kind
    if kind == "id-format": return format_damage(i), kind
    if kind == "id-lossy": return f"{float(i):.5E}", kind
    if kind == "id-missing": return R.choice(["", "-", "0"]), kind
    if kind == "id-length":
        k = R.randrange(13)
        return (i[:k] + i[k + 1:] if R.random() < .7 else i[:k] + R.choice("0123456789") + i[k:]), kind
    if kind == "id-padding": return str(int(i)), kind
    if kind == "g-to-number": return (fresh_number(p) if is_g[p] else fresh_g(p)), kind
    if kind == "two-g": return fresh_g(p), kind
    if kind == "id-other": return fresh_number(p, R.choice("78" if category[p] == 0 else "135")), kind
    return i, None


def choose(table):
    u = R.random() * sum(w for _, w in table)
    for kind, w in table:
        u -= w
        if u < 0: return kind
    return table[-1][0]


OF_NUMBER = [("same", 64), ("id-typo", 13), ("id-swap", 6), ("id-format", 5.5), ("id-lossy", 2.5), ("id-missing", 3.5),
             ("id-length", 3), ("id-other", .5), ("g-to-number", 2)]
OF_G = [("same", 33), ("two-g", 30), ("g-to-number", 35), ("id-typo", 2)]
OF_ZERO = [("same", 33), ("id-padding", 55), ("id-typo", 9), ("id-other", 3)]
DEFECTS = [("spelling", 40), ("title-glued", 9), ("title-moved", 12), ("given-changed", 8), ("surname-changed", 12), ("swapped", 6),
           ("date-ce", 6), ("date-swap", 7), ("date-digit", 5), ("one-jan", 4), ("branch", 3)]
DEFECTS_SINGLE = [d for d in DEFECTS if d[0] in ("spelling", "title-glued", "date-ce")]
BASE_TITLES = [("เด็กชาย", "เด็กหญิง"), ("นาย", "นางสาว")]
day_text = [f"{d.day:02d}/{d.month:02d}/{d.year + 543}" for d in days]


def title_of(p):
    return BASE_TITLES[0 if years[dob[p]] < 15 else 1][sex[p]]


def other_given(p):
    while True:
        k = int(np.searchsorted(cum_given, R.random() * .9999999)) + (n_given if sex[p] else 0)
        if start_of[k] != start_of[name[p]]: return given[k]


def damage(row, p, defects):
    """Lays the defects over the row; the names of those that really changed something."""
    done = []
    first, last = given[name[p]], surnames[child_sur[p]]
    f0, l0 = first, last
    d = days[dob[p]]
    for kind in defects:
        if kind == "spelling":
            u = R.random()
            if u < .5 or last == "-": first = misspelt_more(first)
            elif u < .9: last = misspelt_more(last)
            else: first, last = misspelt(first), misspelt(last)
        elif kind == "given-changed": first = other_given(p)
        elif kind == "surname-changed":
            m, f = surnames[m_sur[fam[p]]], surnames[f_shown_sur[fam[p]]]
            options = [s for s in (m, f) if s not in ("-", l0)]
            last = R.choice(options) if options and R.random() < .6 else surnames[int(np.searchsorted(cum_sur, R.random() * .9999999))]
        elif kind == "title-moved":
            child = ("เด็กชาย", "เด็กหญิง")[sex[p]]; grown = ("นาย", "นางสาว")[sex[p]]
            new = grown if title_of(p) == child else child
            if not sex[p] and R.random() < .1: new = "สามเณร"
            put(row, "prefix", new)
        elif kind == "branch": pass
        elif kind == "date-ce":
            put(row, "birth", f"{d.day:02d}/{d.month:02d}/{d.year}" if R.random() < .7 else f"{d.year}-{d.month:02d}-{d.day:02d}")
        elif kind == "date-swap" and d.day <= 12 and d.day != d.month:
            put(row, "birth", f"{d.month:02d}/{d.day:02d}/{d.year + 543}")
        elif kind in ("date-digit", "date-swap"):
            kind = "date-digit"
            u, y, m, day = R.random(), d.year, d.month, d.day
            if u < .45: y += R.choice([-1, 1])
            elif u < .65: m = R.choice([x for x in range(1, 13) if x != m])
            else:
                t = f"{day:02d}"
                day = R.choice([x for x in range(1, 29) if sum(a != b for a, b in zip(f"{x:02d}", t)) == 1])
            day = min(day, 28) if m == 2 else min(day, 30)
            put(row, "birth", f"{day:02d}/{m:02d}/{y + 543}")
        elif kind == "one-jan":
            if (d.day, d.month) == (1, 1): continue
            put(row, "birth", f"01/01/{d.year + 543}")
        done.append(kind)
    if "swapped" in defects:
        u = R.random()
        if l0 == "-" or u < .45 and last != "-":
            if last == "-": last, first = first, "-"
            else: first, last = last, first
        elif u < .75: first, last = f"{first} {last}", "-"
        else: last = "-"
    if "title-glued" in defects:
        long, short = ("เด็กชาย", "เด็กหญิง")[sex[p]], ("ด.ช.", "ด.ญ.")[sex[p]]
        first = R.choice([long, long + " ", short, short + " ", short.replace(".", "")]) + first
        if R.random() < .4: put(row, "prefix", R.choice(["-", short]))
    if first != f0: put(row, "given", first)
    if last != l0: put(row, "surname", last)
    return done


rec_school = school[rec_person].astype(np.int32); rec_grade = grade[rec_person]
rec_student = student[rec_person]; rec_room = room[rec_person]
kinds = {}
near_school = pick_school(area[fam[rec_person[P:]]].astype(int), level_of(rec_grade[P:]))
far_area = g.integers(0, n_areas, extra)
far_school = pick_school(far_area, level_of(rec_grade[P:]))
rec_student[P:] = g.integers(1000, 30_000, extra)
rec_room[P:] = g.integers(1, 3, extra)
RELATIVES = "ปู่ ย่า ตา ยาย ลุง ป้า น้า อา".split()
for j in range(extra):
    row, p = P + j, int(rec_person[P + j])
    f = fam[p]
    state = choose(OF_G if is_g[p] else OF_ZERO if category[p] == 0 else OF_NUMBER)
    u = R.random()
    count = (0 if u < .60 else 1 if u < .90 else 2 if u < .98 else 3) if state == "same" else (0 if u < .62 else 1 if u < .92 else 2)
    defects = []
    while len(defects) < count:
        kind = choose(DEFECTS)
        if kind in defects or kind == "branch" and (count > 1 or state != "same"): continue
        date = ("date-ce", "date-swap", "date-digit", "one-jan")
        if kind in date and any(x in date for x in defects): continue
        # without the number something of the child's own must be left
        if state != "same" and {kind, *defects} >= {"given-changed", "surname-changed"}: continue
        if state != "same" and "given-changed" in {kind, *defects} and any(x in date[1:] for x in (kind, *defects)): continue
        if kind == "surname-changed" and "swapped" in defects or kind == "swapped" and "surname-changed" in defects: continue
        defects.append(kind)
    text, label = damage_id(p, state)
    if text != text_of(p): put(row, "id", text)
    done = ([label] if label else []) + damage(row, p, defects)
    kinds[row] = done or ["id-exact"]
    # where
    u = R.random()
    if "branch" in defects or .12 <= u < .55: rec_school[row] = near_school[j]
    elif u >= .55: rec_school[row] = far_school[j]
    if "branch" in defects:
        continue
    if R.random() < .12: rec_grade[row] = min(14, max(0, rec_grade[row] + R.choice([-1, 1])))
    # the usual differences between two clerks
    keep_parents = "given-changed" in defects and state != "same"
    for a, s, unknown_name in (("f_name", "f_sur", "ไม่ปรากฎ"), ("m_name", "m_sur", "-")):
        u = R.random()
        base = given[father[f]] if a == "f_name" else given[mother[f]]
        base_sur = surnames[f_shown_sur[f]] if a == "f_name" else surnames[m_sur[f]]
        if base in ("-", "ไม่ปรากฎ"): continue
        if u < .06 and not keep_parents: put(row, a, R.choice([unknown_name, "-", ""])); put(row, s, R.choice(["-", ""]))
        elif u < .14: put(row, a, misspelt(base))
        elif u < .18 and base_sur != "-": put(row, s, misspelt(base_sur))
        elif u < .21 and a == "m_name": put(row, s, surnames[child_sur[p]])
    if R.random() < .35:
        who = R.random()
        if who < .4 and guard_kind[f] != 0: put(row, "g_name", given[mother[f]]); put(row, "g_sur", surnames[m_sur[f]]); put(row, "g_rel", "มารดา")
        else:
            r = R.choice(RELATIVES)
            put(row, "g_name", given[int(old[R.randrange(2)][int(np.searchsorted(cum_given, R.random() * .999))])])
            put(row, "g_sur", R.choice([surnames[child_sur[p]], surnames[int(np.searchsorted(cum_sur, R.random() * .999))]])); put(row, "g_rel", r)
    if R.random() < .45:
        u = R.random()
        put(row, "house", str(R.randrange(1, 400)) + ("" if R.random() < .8 else f"/{R.randrange(1, 40)}"))
        if u < .7: put(row, "moo", str(R.randrange(1, 15)))
        if u < .55:
            a = int(school_area[rec_school[row]])
            t = a * TAMBONS + R.randrange(TAMBONS)
            put(row, "tambon", tambon_name[t]); put(row, "district", district_name[a * DISTRICTS + t % DISTRICTS]); put(row, "province", prov_name[area_prov[a]])

# the same damage on children registered once, so that a damaged cell tells nothing by itself
single = np.ones(P, bool); single[doubled] = False
if taken: single[list(taken)] = False
for p in g.choice(np.nonzero(single)[0], round(P * .016), replace=False):
    p = int(p); u = R.random()
    if u < .45: damage(p, p, [choose(DEFECTS_SINGLE)])
    elif u < .55: put(p, "prefix", ("ด.ช.", "ด.ญ.")[sex[p]])
    elif category[p] == 0: put(p, "id", damage_id(p, "id-padding")[0])
    elif is_g[p]: put(p, "id", damage_id(p, "id-typo")[0])
    else: put(p, "id", damage_id(p, choose([("id-typo", 5), ("id-swap", 2), ("id-format", 3), ("id-lossy", 1), ("id-missing", 2), ("id-length", 1)]))[0])
print(f"{rows} rows, {extra} of them extra; {time.time()-t0:.0f} s", flush=True)

# ---------------------------------------------------------------- writing
file_order = g.permutation(rows)
if A.layout == "per-school":
    file_order = file_order[np.argsort(rec_school[file_order], kind="stable")]
place_of = np.empty(rows, np.int64); place_of[file_order] = np.arange(rows)
if A.layout == "one":
    line = place_of + 3
    file_name = None
else:
    s = rec_school[file_order]; starts = np.searchsorted(s, s)
    line = np.empty(rows, np.int64); line[file_order] = np.arange(rows) - starts + 3
    file_name = [f"dmc/2569-1-student-{school_code[i]}.csv" for i in rec_school]

for sub in ("input/dmc", "input/register", "truth"):
    os.makedirs(os.path.join(A.dir, sub), exist_ok=True)
with open(os.path.join(A.dir, "input/register/schools.csv"), "w", newline="") as f:
    w = csv.writer(f, lineterminator="\n")
    w.writerow(["รหัสโรงเรียน", "รหัสกระทรวง (10 หลัก)", "ชื่อโรงเรียน", "รหัสเขตพื้นที่การศึกษา", "ชื่อเขตพื้นที่การศึกษา"]); w.writerows(register)

HEAD = ("วันและเวลาที่สร้างรายงาน 2026-06-10 02:00:14.260153" + "," * 35 + "\n"
        "รหัสโรงเรียน,ชื่อโรงเรียน,เลขประจำตัวนักเรียน,ชั้น,ห้อง,เลขประจำตัวนักเรียน,เพศ,คำนำหน้าชื่อ,ชื่อ,นามสกุล,วันเกิด,อายุ(ปี),น้ำหนัก,ส่วนสูง,กลุ่มเลือด,"
        "ศาสนา,เชื้อชาติ,สัญชาติ,บ้านเลขที่,หมู่,ถนน/ซอย,ตำบล,อำเภอ,จังหวัด,ชื่อผู้ปกครอง,นามสกุลผู้ปกครอง,อาชีพของผู้ปกครอง,ความเกี่ยวข้องของผู้ปกครองกับนักเรียน,"
        "ชื่อบิดา,นามสกุลบิดา,อาชีพของบิดา,ชื่อมารดา,นามสกุลมารดา,อาชีพของมารดา,ความด้อยโอกาส,ยังไม่สามารถจำหน่ายได้(3.1.8)\n").encode()
S = lambda values: pl.Series(values, dtype=pl.String)
T = {"school": S(school_code), "school_name": S([r[2] for r in register]),
     "grade": S([f"อ.{i}" for i in (1, 2, 3)] + [f"ป.{i}" for i in range(1, 7)] + [f"ม.{i}" for i in range(1, 7)]),
     "given": S(given), "surname": S(surnames), "birth": S(day_text), "sex": S(["ช", "ญ"]),
     "prefix": S(["เด็กชาย", "เด็กหญิง", "นาย", "นางสาว"]), "blood": S(["-", "A", "B", "AB", "O"]),
     "religion": S(["พุทธ", "อิสลาม", "คริสต์"]), "nation": S(["ไทย", "เมียนมา", "ลาว", "กัมพูชา", "ไม่มีสัญชาติ"]),
     "job": S("ไม่ได้ประกอบอาชีพ รับราชการ พนักงานรัฐวิสาหกิจ นักธุรกิจ-ค้าขาย เกษตรกรรม รับจ้าง เกษตรกรรม รับจ้าง".split()),
     "rel": S(["มารดา", "บิดา"] + RELATIVES), "tambon": S(tambon_name), "district": S(district_name), "province": S(prov_name),
     "poor": S(["-", "เด็กยากจน"]), "road": S(["-"] + [f"ซอย {i}" for i in range(1, 20)]), "stuck": S(["-", "/"])}
nation = np.where(stateless, g.integers(1, 5, F), 0)
religion = g.choice(3, F, p=[.9, .08, .02])
road = np.where(g.random(F) < .85, 0, g.integers(1, 20, F))
g_rel = np.where(guard_kind == 0, 0, np.where(guard_kind == 1, 1, g.integers(2, 10, F)))
blood = g.choice(5, P, p=[.6, .09, .13, .03, .15])
for c in patch:
    at, values = patch[c]
    at = place_of[np.array(at, np.int64)]
    by = np.argsort(at, kind="stable")
    patch[c] = (at[by], [values[i] for i in by])


def frame(lo, hi):
    r = file_order[lo:hi]; p = rec_person[r]; f = fam[p]
    n = len(r); gr = rec_grade[r].astype(float)
    take = lambda t, codes: T[t].gather(pl.Series(np.asarray(codes, np.uint32)))
    num = pl.Series(number[p]).cast(pl.String)
    ids = pl.DataFrame({"n": num, "g": is_g[p]}).select(
        pl.when("g").then(pl.lit("G") + pl.col("n").str.zfill(12)).otherwise(pl.col("n").str.zfill(13))).to_series()
    gk = guard_kind[f]
    low = lambda v: pl.Series(np.round(v, 1)).cast(pl.String)
    age = years[dob[p]].astype(int)
    cols = {
        "school": take("school", rec_school[r]), "school_name": take("school_name", rec_school[r]), "id": ids, "grade": take("grade", rec_grade[r]),
        "room": pl.Series(rec_room[r]).cast(pl.String), "student": pl.Series(rec_student[r]).cast(pl.String), "sex": take("sex", sex[p]),
        "prefix": take("prefix", sex[p] + 2 * (age >= 15)), "given": take("given", name[p]), "surname": take("surname", child_sur[p]),
        "birth": take("birth", dob[p]), "age": pl.Series(age).cast(pl.String), "weight": low(14 + gr * 3 + g.normal(0, 1.5, n)),
        "height": low(95 + gr * 5 + g.normal(0, 4, n)), "blood": take("blood", blood[p]), "religion": take("religion", religion[f]),
        "race": take("nation", nation[f]), "nation": take("nation", nation[f]), "house": pl.Series(house[f]).cast(pl.String),
        "moo": pl.Series(moo[f]).cast(pl.String), "road": take("road", road[f]), "tambon": take("tambon", tambon[f]),
        "district": take("district", tambon[f] // TAMBONS * DISTRICTS + tambon[f] % DISTRICTS), "province": take("province", area_prov[area[f]]),
        "g_name": take("given", np.where(gk == 0, mother[f], np.where(gk == 1, father[f], guard[f]))),
        "g_sur": take("surname", np.where(gk == 0, m_sur[f], np.where(gk == 1, f_shown_sur[f], guard_sur[f]))),
        "g_job": take("job", job[f, 0]), "g_rel": take("rel", g_rel[f]),
        "f_name": take("given", father[f]), "f_sur": take("surname", f_shown_sur[f]), "f_job": take("job", job[f, 1]),
        "m_name": take("given", mother[f]), "m_sur": take("surname", m_sur[f]), "m_job": take("job", job[f, 2]),
        "poor": take("poor", g.random(n) < .45), "stuck": take("stuck", g.random(n) < .003)}
    for c, (at, values) in patch.items():
        a, b = np.searchsorted(at, [lo, hi])
        if b > a:
            last = dict(zip((at[a:b] - lo).tolist(), values[a:b]))      # the later one of one cell stands
            cols[c] = cols[c].scatter(list(last), list(last.values()))
    return pl.DataFrame([cols[c].alias(c) for c in COLUMNS])


CHUNK = 200_000
if A.layout == "one":
    with open(os.path.join(A.dir, "input/dmc/2569-1-student.csv"), "wb") as out:
        out.write(HEAD)
        for lo in range(0, rows, CHUNK):
            frame(lo, min(rows, lo + CHUNK)).write_csv(out, include_header=False)
else:
    s = rec_school[file_order]; cuts = np.concatenate([[0], np.nonzero(np.diff(s))[0] + 1, [rows]])
    for lo, hi in zip(cuts[:-1], cuts[1:]):
        with open(os.path.join(A.dir, "input", file_name[file_order[lo]]), "wb") as out:
            out.write(HEAD); frame(int(lo), int(hi)).write_csv(out, include_header=False)

# ---------------------------------------------------------------- truth
def write(name, columns):
    pl.DataFrame(columns).write_csv(os.path.join(A.dir, "truth", name))
def keyed(kind, a, b):
    out = {"kind": pl.Series(kind, dtype=pl.String), "row": line[a], "row2": line[b]}
    if file_name: out |= {"file": [file_name[i] for i in a], "file2": [file_name[i] for i in b]}
    return out

people = {"row": line[file_order], "person": rec_person[file_order]}
if file_name: people["file"] = [file_name[i] for i in file_order]
write("truth_people.csv", people)
kind, a, b = [], [], []
second = dict(zip(doubled.tolist(), range(P, P + len(doubled))))
for row in range(P, rows):
    p = int(rec_person[row])
    kind.append("+".join(kinds[row])); a.append(p); b.append(row)
    if row >= P + len(doubled):
        other = second[p]
        both = [x for x in dict.fromkeys(kinds[other] + kinds[row]) if x != "id-exact"] or ["id-exact"]
        kind.append("+".join(both)); a.append(other); b.append(row)
write("truth_pairs.csv", keyed(kind, np.array(a), np.array(b)))

kind, a, b = [], [], []
i = np.nonzero(prev_same)[0]
tw = i[second_twin[i] & (fam[i] == fam[i - 1])]
hit = set(map(tuple, ((x, y) for x, y, _ in collisions)))
for y in tw.tolist():
    if (y - 1, y) in hit: continue
    rhyme = start_of[name[y]] == start_of[name[y - 1]]
    kind.append("twins-g" if is_g[y] else "twins-close" if distance(given[name[y]], given[name[y - 1]]) <= 2 else "twins-rhyme" if rhyme else "twins"); a.append(y - 1); b.append(y)
sb = i[~second_twin[i]]
for y in sb.tolist():
    if (y - 1, y) in hit: continue
    kind.append("siblings-g" if is_g[y] or is_g[y - 1] else "siblings"); a.append(y - 1); b.append(y)
for (x, y), d in zip(namesakes.tolist(), namesake_day.tolist()):
    if (min(x, y), max(x, y)) in hit or number[x] == number[y]: continue
    kind.append("namesakes-same-day" if d else "namesakes"); a.append(x); b.append(y)
for x, y, c in collisions:
    kind.append(c); a.append(x); b.append(y)
write("negatives.csv", keyed(kind, np.array(a), np.array(b)))
print(f"written; {time.time()-t0:.0f} s", flush=True)
