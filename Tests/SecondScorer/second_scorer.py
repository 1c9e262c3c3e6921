#!/usr/bin/env python3
"""Scores an audit stream again, from manifest and outcomes alone; exit code 1: scores differ."""
import json
import sys
from fractions import Fraction

OPEN = {"pending", "error"}

def lost(item, checks, outcome, counted):
    """Points lost by the occurrences that count: each check up to its cap, then the item."""
    whole, found, sums = item["points"], outcome["occurrences"], {}
    if "earns" in item and not any(o["outcome"] in OPEN - counted for o in found if not o["check"]):
        sums = {check: checks[check]["cap"] for check in outcome.get("absent", [])}
    for one in found:
        check, own = one["check"], checks.get(one["check"], {})
        if one["outcome"] in counted and not own.get("note"):
            cap = item.get("cap", own.get("cap", whole))
            # Without a place nobody knows how many there are: as much as the check can cost.
            each = item.get("deduct", own.get("deduct", whole)) if check and one["places"] else cap
            sums[check] = min(cap, sums.get(check, 0) + one.get("answeredLoss", each))
    return min(whole, item.get("cap", whole), sum(sums.values()))

def units(rubric, outcomes, checks, proved):
    """Per section its gate (0 none, 1 open, 2 failed), and what takes part as one: its items,
    points, whether it applies (0 no, 1 nobody knows, 2 yes), certain and worst loss."""
    for section in rubric["sections"]:
        shared = {group["id"]: group["points"] for group in section.get("groups", [])}
        members, shut, bonus = {}, 0, section.get("role") == "bonus"
        for item in section["items"]:
            name = item["requirement"]
            outcome, own = outcomes[name], checks[name]
            part = 0 if outcome["outcome"] == "notApplicable" else 2 - outcome.get("mayNotApply", 0)
            points = shared.get(item.get("group"), item["points"])
            if "earns" in item and part:  # Checks of no concern earn nothing, and miss nothing.
                earns = {e["check"]: {"deduct": e["points"], "cap": e["points"]}
                         for e in item["earns"] if e["check"] not in outcome.get("unconcerned", [])}
                own, whole = {**own, **earns}, sum(e["cap"] for e in earns.values())
                item = {**item, "points": whole}
                points = whole if bonus or rubric["notApplicable"] == "rescale" else points
            ends = [lost(item, own, outcome, c) if part else 0 for c in (proved, proved | OPEN)]
            unit = members.setdefault(("group" in item, item.get("group", name)), [])
            unit.append((name, points, part, *ends))
            gate = ["", *item["gate"]] if "gate" in item else []
            seen = {one["outcome"] for one in outcome["occurrences"] if one["check"] in gate}
            shut = max(shut, 2 if seen & proved else 1 if seen & OPEN else 0)
        yield section, shut, [
            (names, points, max(parts), min(points, sum(certain)), min(points, sum(worst)))
            for names, (points, *_), parts, certain, worst in (zip(*m) for m in members.values())]

def graded(value, rubric, effects, best=0):
    """A score under the vetoes that failed: its one rounding, then the grade, `best` or below."""
    caps = [Fraction(effect[4:]) * 1000 for effect in effects if effect.startswith("cap:")]
    value = 0 if "zero" in effects else min([value, *caps])
    step, mode = 10 ** (3 - rubric["roundingDigits"]), rubric["roundingMode"]
    whole, rest = divmod(Fraction(value), step)
    up = 2 * rest > step or 2 * rest == step and (mode == "half-up" or whole % 2 == 1)
    points = int(whole + (up and mode != "down")) * step
    bands, last = rubric["bands"], len(rubric["bands"]) - 1
    place = next((n for n, one in enumerate(bands) if points >= one["from"]), last)
    place = max(best, place, "bar-excellent" in effects)
    place = last if {"zero", "unqualified"} & set(effects) else place
    return {"points": points, "grade": bands[min(place, last)]["id"]}

def end(rubric, parts, worst, effects):
    """One end of the range; None where nothing applies."""
    full, missed, basic, bonus, doubtful = 0, 0, 0, 0, []
    rescales, scaled = rubric["notApplicable"] == "rescale", rubric.get("bonus") == "earned"
    for section, shut, rows in parts:
        role = section.get("role")
        if shut + worst > 1:  # The gate failed, or is open and taken at its worst.
            rows = [((), section["points"], 2, section["points"], section["points"])]
        for _, points, part, *losses in rows:
            loss = losses[worst]
            basic += loss if role == "basic" else 0
            bonus += points - loss if role == "bonus" and part > worst else 0
            if part == 1 and worst and rescales and not role:
                doubtful.append((points, loss))
            elif not role and (part or not rescales):
                full, missed = full + points, missed + loss
    # Every choice of the doubtful ones: for each sum of points, the most that can be lost.
    choices = {full: missed}
    for points, loss in doubtful:
        for known, so_far in list(choices.items()):
            choices[known + points] = max(choices.get(known + points, 0), so_far + loss)
    extra = bonus * scaled
    shares = [Fraction(whole - loss + extra, whole) for whole, loss in choices.items() if whole]
    value = min(shares, default=0) * rubric.get("normality", rubric["full"]) + bonus - extra
    value += rubric.get("legality", 0) - basic
    value = min(value, rubric["full"]) if rubric.get("overFull") == "cut" else value
    return graded(max(0, value), rubric, effects) if shares else None

def compare(score, rubric, outcomes, checks):
    """Every field of a score: its name, as the stream has it, and as it should be."""
    proved = {"failed", "waived"}, {"failed"}
    before, after = (list(units(rubric, outcomes, checks, one)) for one in proved)
    items = [item for section in rubric["sections"] for item in section["items"]]
    states = [(item["requirement"], outcomes[item["requirement"]]["outcome"]) for item in items]
    yield "outcomes", [(i["requirement"], i["outcome"]) for i in score["items"]], states
    vetoes = [(name, item["veto"], state) for item, (name, state) in zip(items, states)
              if "veto" in item and state in OPEN | {"failed"}]
    yield "vetoes", [(v["requirement"], v["effect"], v["state"]) for v in score["vetoes"]], vetoes
    effects = [effect for _, effect, state in vetoes if state == "failed"]
    for name, waived in (("lower", "lowerAfterWaiver"), ("upper", "upperAfterWaiver")):
        own, given = (end(rubric, parts, name == "lower", effects) for parts in (before, after))
        yield name, score[name], own
        yield waived, score.get(waived, score[name]), given
    grades = {score[name]["grade"] for name in ("lower", "upper")}
    yield "certain", score["certain"], len(effects) == len(vetoes) and len(grades) == 1
    for section, shut, rows in before:
        if shut:  # The section stands or falls as one.
            names, whole = sum((row[0] for row in rows), ()), section["points"]
            rows = [(names, whole, 2, whole if shut == 2 else sum(row[3] for row in rows), whole)]
        for names, points, part, *losses in rows:
            told = [i for i in score["items"] if i["requirement"] in names and not i["excluded"]]
            own = [points if part else 0, *losses, 0, 0]
            if section.get("role") == "bonus":
                own = [0, 0, 0, *((points - losses[n]) * (part > n) for n in (1, 0))]
            keys = ("points", "lost", "mayLose", "gained", "mayGain")
            sums = [sum(one.get(key, 0) for one in told) for key in keys]
            yield f"points of {', '.join(names)}", sums, own

def audit(manifest, *records):
    """Every field of every score, as the stream has it and as it should be."""
    rubrics = {rubric["id"]: rubric for rubric in manifest["rubrics"]}
    checks = {r["id"]: {c["id"]: c for c in r.get("checks", [])} for r in manifest["requirements"]}
    vetoes, known = {rule["id"]: rule.get("veto") for rule in manifest["setRules"]}, {}
    for record in records:
        outcomes = {outcome["requirement"]: outcome for outcome in record.get("outcomes", [])}
        for score in record.get("scores", []):
            known[record["path"], score["rubric"]] = {n: score[n] for n in ("lower", "upper")}
            for field in compare(score, rubrics[score["rubric"]], outcomes, checks):
                yield record["path"], score["rubric"], *field
        if record["record"] == "adjustment":
            place, rubric = (record["path"], record["rubric"]), rubrics[record["rubric"]]
            bands, effects = [one["id"] for one in rubric["bands"]], [vetoes[record["rule"]]]
            after = {name: graded(old["points"], rubric, effects, bands.index(old["grade"]))
                     for name, old in known[place].items()}
            yield *place, "adjustment", (record["before"], record["after"]), (known[place], after)

if __name__ == "__main__":
    with open(sys.argv[1], "rb") if len(sys.argv) > 1 else sys.stdin.buffer as stream:
        lines = [json.loads(line) for line in stream]
    fields = list(audit(*lines)) if lines else []
    wrong = [field for field in fields if field[3] != field[4]]
    for path, rubric, field, told, own in wrong:
        print(f"{path}: {rubric}: {field}: {told}, should be {own}")
    whole = bool(lines) and lines[-1]["record"] == "end"
    print(f"{len({field[:2] for field in fields})} scores, {len(fields)} fields compared, "
          f"{len(wrong)} differ{'' if whole else '; the stream has no end'}")
    sys.exit(0 if fields and not wrong and whole else 1)
