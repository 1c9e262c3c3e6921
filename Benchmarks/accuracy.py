"""Compares what was planted in generated case files with what was found; prints a Markdown page."""

import collections
import json
import pathlib
import subprocess
import sys

tool, generate, work, count = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3]), sys.argv[4]

# Each kind of procedure with the clean base cases it is made from.
KINDS = [
    ("行政处罚（普通程序）", ["ordinary-penalty", "ordinary-penalty-hearing"]),
    ("行政处罚（简易程序）", ["summary-penalty"]),
    ("行政强制措施", ["coercive-measure", "coercive-measure-ecology"]),
    ("行政强制执行", ["coercive-execution", "coercive-execution-demolition"]),
    ("行政许可", ["licence"]),
    ("行政检查", ["inspection"]),
    ("移送涉嫌犯罪", ["crime-transfer"]),
]


def rubrics():
    """Every rubric's id; naming them all uses also those that are for one ministry's agencies."""
    listed = subprocess.run([tool, "rubric", "list", "--rubrics", "Rubrics"], capture_output=True,
                            text=True, check=True).stdout
    return [line.split()[0] for line in listed.splitlines()]


def judged(folder):
    """Every case of a folder: its path, and its requirements by outcome."""
    command = [tool, "score", str(folder), "--registers", "Rubrics/example-registers",
               "--rubrics", "Rubrics", "--as-of", "2026-11-23", "--format", "jsonl", "--quiet"]
    command += [part for rubric in rubrics() for part in ("--rubric", rubric)]
    stream = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    for line in stream.splitlines():
        record = json.loads(line)
        if record["record"] == "case":
            yield record["path"], {o["requirement"]: o["outcome"] for o in record["outcomes"]}


def measure(name, bases):
    """Tallies of one kind: per requirement planted, found, left open; files without a plant."""
    folder = work / bases[0]
    arguments = [generate, str(folder), "--count", count, "--rubrics", "Rubrics"]
    subprocess.run(arguments + [part for base in bases for part in ("--base", base)], check=True)
    tally = collections.defaultdict(collections.Counter)
    clean = collections.Counter()
    for path, outcomes in judged(folder):
        planted = (folder / (path + ".planted")).read_text().split()
        if not planted:
            clean["files"] += 1
            clean["findings"] += sum(
                v == "failed" and not k.startswith("mee.") for k, v in outcomes.items())
        where = "alone" if len(planted) == 1 else "among"
        for requirement in planted:
            tally[requirement][where] += 1
            tally[requirement][where, outcomes.get(requirement, "absent")] += 1
        for requirement, outcome in outcomes.items():
            if outcome == "failed" and requirement not in planted:
                tally[requirement]["also"] += 1
    return tally, clean


def contradictions():
    """Per set rule: strength, planted, found, findings in files where it was not planted; innocents."""
    folder = work / "counties"
    subprocess.run([generate, str(folder), "--count", count, "--rubrics", "Rubrics", "--contradictions",
                    "--registers", "Rubrics/example-registers"], check=True)
    command = [tool, "score", str(folder), "--registers", f"{folder}.registers", "--rubrics", "Rubrics",
               "--as-of", "2026-11-23", "--format", "jsonl", "--quiet"]
    stream = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    records = [json.loads(line) for line in stream.splitlines()]
    strength = {rule["id"]: rule["strength"] for rule in records[0]["setRules"]}
    found = collections.defaultdict(list)
    for record in records:
        if record["record"] in ("set-finding", "set-question"):
            found[record["rule"]].append({part["path"] for part in record["parts"]})
    tally = collections.defaultdict(collections.Counter)
    planted = collections.defaultdict(set)
    innocent = collections.defaultdict(collections.Counter)
    for line in pathlib.Path(f"{folder}.answers").read_text().splitlines():
        kind, *paths = line.split("\t")
        if kind not in strength:
            innocent[kind]["counties"] += 1
            innocent[kind]["accused"] += any(set(paths) & files for rule, all in found.items()
                                             if strength[rule] == "strong" for files in all)
            innocent[kind]["asked"] += any(set(paths) & files for rule, all in found.items()
                                           if strength[rule] != "strong" for files in all)
            continue
        planted[kind] |= set(paths)
        tally[kind]["planted"] += 1
        met = [files for files in found[kind] if files & set(paths)]
        tally[kind]["found"] += set(paths) <= set().union(*met)
    for rule, all in found.items():
        tally[rule]["right"] = sum(bool(files & planted[rule]) for files in all)
        tally[rule]["all"] = len(all)
    return strength, tally, innocent


def share(part, whole):
    return f"{part}/{whole}" + (f" ({100 * part / whole:.1f}%)" if whole else "")


print("# 准确性 · Accuracy\n")
print(f"由 `Benchmarks/accuracy {count}` 生成，任何人可以重做。Written by `Benchmarks/accuracy "
      f"{count}`; anybody can repeat it.\n")
print("""Case files are made from the clean base cases; about three in four get one to three of the edits
with which the requirements' own examples break them. **Recall**: how many planted faults their
requirement found, counted apart for files with one fault and for files with several, where a later edit
may undo an earlier one or take away what it needs. **Clean files** must have no findings (those of the
ecology ministry's own items left out: they ask every agency for what that ministry's forms have).
**Also found**: files in which a requirement failed that was not itself planted; one edit often breaks
several (a document removed is also missing from the index), so these are consequences to look at, not
proved errors. These files are made by the same hands as the rubrics: the page shows that the engine and
the rubrics agree with what was meant, not how an agency's own files would fare.
""")
for name, bases in KINDS:
    if not all(pathlib.Path(f"Rubrics/base-cases/{b}.xml").exists() for b in bases):
        continue
    tally, clean = measure(name, bases)
    def total(key):
        return sum(t[key] for t in tally.values())
    print(f"\n## {name}\n")
    print(f"- 一处问题 · one fault, recall: {share(total(('alone', 'failed')), total('alone'))}")
    print(f"- 几处问题 · several faults, recall: "
          f"{share(total(('among', 'failed')), total('among'))}")
    print(f"- 无问题案卷 · clean files: {clean['files']}，误报 · findings in them: "
          f"{clean['findings']}\n")
    print("| 评查项目 · requirement | 一处 · alone | 几处 · among others | 另有 · also found |")
    print("|---|---|---|---|")
    for requirement, t in sorted(tally.items()):
        if t["alone"] + t["among"]:
            print(f"| `{requirement}` | {share(t['alone', 'failed'], t['alone'])} | "
                  f"{share(t['among', 'failed'], t['among'])} | {t['also']} |")

strength, tally, innocent = contradictions()
print("""
## 案卷之间的矛盾 · Contradictions between files

Counties of eleven clean files of three agencies, in each of which one thing was planted. **Recall**: the
rule met all files of the plant. **Precision**: how many of all its matches concern a plant of its kind.
Strong rules are exact and must find all and accuse nobody; for medium rules and hints two of three plants
are hidden (copied answers mixed with own ones, fines only somewhat higher, a name with a blank).
""")
print("| 规则 · rule | 强度 · strength | 查出 · recall | 准确 · precision |")
print("|---|---|---|---|")
for rule, t in sorted(tally.items(), key=lambda item: (strength[item[0]] != "strong", item[0])):
    print(f"| `{rule}` | {strength[rule]} | {share(t['found'], t['planted'])} | "
          f"{share(t['right'], t['all'])} |")
print("""
| 形似而无问题 · innocent look-alike | 次数 · planted | 误报 · accused | 误问 · asked |
|---|---|---|---|""")
for kind, t in sorted(innocent.items()):
    print(f"| {kind.removeprefix('innocent.')} | {t['counties']} | {t['accused']} | {t['asked']} |")
