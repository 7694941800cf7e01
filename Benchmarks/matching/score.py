"""Holds a matcher's clusters against the truth of register.py.

  score.py OUT_ROUND_FOLDER|duplicates.csv|clusters.csv DIR/truth [--errors N] [--brief]

Reads Krong's duplicates.csv (cluster,file,sheet,row,school,kind,…,score,…) or a bare cluster,row.
Rows of kind `collision` or `shared` are told apart from clusters: they count as not joined.
"""
import argparse, os, sys
import polars as pl

A = argparse.ArgumentParser()
A.add_argument("out"); A.add_argument("truth"); A.add_argument("--errors", type=int, default=0)
A.add_argument("--brief", action="store_true"); A.add_argument("--seed", type=int, default=1)
A = A.parse_args()
path = os.path.join(A.out, "duplicates.csv") if os.path.isdir(A.out) else A.out
found = pl.read_csv(path, infer_schema=False)
found.columns = [c.lstrip("\ufeff") for c in found.columns]
read = lambda n: pl.read_csv(os.path.join(A.truth, n))
people, pairs, negatives = read("truth_people.csv"), read("truth_pairs.csv"), read("negatives.csv")
many = "file" in people.columns
people = people.with_row_index("key")
on = ["file", "row"] if many else ["row"]
def keys(frame, suffix, name):
    right = people.select(pl.col("key").alias(name), *(pl.col(c).alias(c + suffix) for c in on))
    return frame.join(right, on=[c + suffix for c in on], how="left")
pairs = keys(keys(pairs, "", "a"), "2", "b"); negatives = keys(keys(negatives, "", "a"), "2", "b")
found = found.with_columns(pl.col("row").cast(pl.Int64), pl.col("cluster"))
if "kind" in found.columns:
    apart = found.filter(pl.col("kind").is_in(["collision", "shared"]))
    found = found.filter(~pl.col("kind").is_in(["collision", "shared"]).fill_null(False))
    print(f"lines joined {found.height}, not joined (collision, shared) {apart.height}; kinds {dict(found['kind'].value_counts(sort=True).rows())}")
found = keys(found, "", "key").drop_nulls("key") if "key" not in found.columns else found
if "score" not in found.columns: found = found.with_columns(pl.lit(None).alias("score"))
found = found.select("cluster", "key", pl.col("score").cast(pl.Float64)).unique(["cluster", "key"])
person = people.select("key", "person")


def in_pairs(frame):
    """Every unordered pair within a cluster."""
    other = frame.rename({"key": "key2", "score": "score2"})
    return frame.join(other, on="cluster").filter(pl.col("key") < pl.col("key2")).unique(["key", "key2"])


sizes = found.group_by("cluster").len()
if sizes.height and sizes["len"].max() > 2000: print("WARNING: a cluster of", sizes["len"].max(), "rows")
joined = in_pairs(found).join(person, on="key").join(person.rename({"key": "key2", "person": "person2"}), on="key2")
joined = joined.with_columns(true=pl.col("person") == pl.col("person2"))
truth = pairs.select("kind", pl.min_horizontal("a", "b").alias("key"), pl.max_horizontal("a", "b").alias("key2"))
hits = truth.join(joined.select("key", "key2", "score", "score2", hit=pl.lit(True)), on=["key", "key2"], how="left").with_columns(pl.col("hit").fill_null(False))
tp, fp, fn = joined["true"].sum(), (~joined["true"]).sum(), (~hits["hit"]).sum()
assert tp + fn == truth.height, (tp, fn, truth.height)
precision, recall = tp / max(1, tp + fp), tp / (tp + fn)
f1 = 2 * precision * recall / max(1e-9, precision + recall)
print(f"pairs: true {truth.height}  joined {joined.height}  right {tp}  wrong {fp}  missed {fn}")
print(f"precision {precision:.5f}  recall {recall:.5f}  F1 {f1:.5f}")
# exact clusters: the same set of rows
signature = lambda frame, by: frame.group_by(by).agg(pl.col("key").sort()).filter(pl.col("key").list.len() > 1).select(pl.col("key").list.eval(pl.element().cast(pl.String)).list.join(",").alias("set"))
true_sets, own_sets = signature(person.join(person.group_by("person").len().filter(pl.col("len") > 1), on="person"), "person"), signature(found, "cluster")
exact = true_sets.join(own_sets.unique(), on="set", how="semi").height
print(f"clusters: true {true_sets.height}  made {own_sets.height}  exact {exact} = {exact / true_sets.height:.5f} of the true ({exact / max(1, own_sets.height):.5f} of the made)")
if joined["score"].null_count() < joined.height:
    sure = joined.filter((pl.col("score") >= .999) & (pl.col("score2") >= .999))
    right = sure["true"].sum()
    print(f"certain (both lines >= .999): pairs {sure.height}  precision {right / max(1, sure.height):.5f}  recall {right / truth.height:.5f}")
if not A.brief:
    label = pl.when(pl.col("kind").str.contains("+", literal=True)).then(pl.lit("two defects") + pl.when(pl.col("kind").str.count_matches(r"\+") > 1).then(pl.lit(" (three or more)")).otherwise(pl.lit(""))).otherwise(pl.col("kind"))
    table = lambda frame: frame.group_by("label").agg(pl.len().alias("pairs"), pl.col("hit").sum().alias("found")).sort("pairs", descending=True)
    print("\nrecall by kind (one defect alone, then together)")
    for l, n, h in table(hits.with_columns(label=label)).rows(): print(f"  {l:28}{n:>8}{h:>8}{h / n:>9.4f}")
    print("recall by what takes part, within pairs of two or more")
    parts = hits.filter(pl.col("kind").str.contains("+", literal=True)).with_columns(label=pl.col("kind").str.split("+")).explode("label")
    for l, n, h in table(parts).rows(): print(f"  {l:28}{n:>8}{h:>8}{h / n:>9.4f}")
of = found.select("key", "cluster")
neg = negatives.join(of.rename({"key": "a", "cluster": "c1"}), on="a", how="left").join(of.rename({"key": "b", "cluster": "c2"}), on="b", how="left")
neg = neg.with_columns(hit=(pl.col("c1") == pl.col("c2")).fill_null(False)).group_by("kind", "a", "b").agg(pl.col("hit").any())
print("\nhard negatives joined")
for k, n, h in neg.group_by("kind").agg(pl.len(), pl.col("hit").sum()).sort("kind").rows(): print(f"  {k:28}{n:>8}{h:>8}{100 * h / n:>8.2f} %")
twins = neg.filter(pl.col("kind").str.starts_with("twins"))
print(f"  {'all twins':28}{twins.height:>8}{twins['hit'].sum():>8}{100 * twins['hit'].mean():>8.2f} %")
if A.errors:
    wrong = joined.filter(~pl.col("true")).sort("key"); missed = hits.filter(~pl.col("hit")).sort("key")
    wrong = wrong.sample(min(A.errors, wrong.height), seed=A.seed, shuffle=True); missed = missed.sample(min(A.errors, missed.height), seed=A.seed, shuffle=True)
    place = lambda k: ((people["file"][k] if many else "dmc/2569-1-student.csv"), people["row"][k])
    named = {tuple(sorted(r[:2])): r[2] for r in neg.select("a", "b", "kind").filter(pl.col("a").is_in(wrong["key"].implode()) | pl.col("b").is_in(wrong["key"].implode())).rows()}
    want = {}
    for frame in (wrong, missed):
        for k in frame["key"].to_list() + frame["key2"].to_list(): want.setdefault(place(k)[0], set()).add(place(k)[1])
    texts = {}
    for f, rows in want.items():
        with open(os.path.join(A.truth, "../input", f), encoding="utf-8") as lines:
            for i, l in enumerate(lines, 1):
                if i in rows: texts[f, i] = l.rstrip("\n").split(",")
    def show(k):
        f, i = place(k); c = texts[f, i]
        print(f"    {i}: {c[0]} {c[3]} [{c[2]}] {c[7]} {c[8]} | {c[9]} | {c[10]} F: {c[28]} {c[29]} M: {c[31]} {c[32]} G: {c[24]} {c[25]} {c[27]} @ {c[18]} {c[19]} {c[21]}")
    print("\nfalse pairs")
    for r in wrong.iter_rows(named=True):
        print("  " + named.get((r["key"], r["key2"]), "no planted kind"), r["score"], r["score2"]); show(r["key"]); show(r["key2"])
    print("\nmissed pairs")
    for r in missed.iter_rows(named=True):
        print("  " + r["kind"]); show(r["key"]); show(r["key2"])
