#!/usr/bin/env python3
"""Runs an exported Schematron schema through two engines that are none of ours, and says where what
fails in a case file differs from an audit stream: requirement, check, number of nodes.

    foreign_engines.py SCHEMA STREAM FOLDER DIFFERENCES
    foreign_engines.py SCHEMA FILE.xml …      only says what fails, a line for each file

FOLDER is the PATH that the stream is of. DIFFERENCES lists those known, a line each: a pattern of the
file's name, the check, the reason. Exit code 0: no others, and each listed one was met; 1: not.

The engines: lxml's isoschematron, which is ISO's own XSLT skeleton, and libxml2's own (xmllint), which
knows neither sch:let, so variables are written out for it, nor XSLT's key() and current(), so checks
with these are left to the first.
"""
import collections
import fnmatch
import json
import os
import re
import subprocess
import sys
import tempfile
from lxml import etree, isoschematron

SCH = "{http://purl.oclc.org/dsdl/schematron}"
SVRL = "{http://purl.oclc.org/dsdl/svrl}"
MARK = re.compile(r"\[([a-z0-9.-]+/[a-z0-9.-]+)\]$")
UNREAD_PART = "boolean(//@state[. = 'illegible' or . = 'notTranscribed'])"
# What a message ends with where the program could not read a part, which is no question of the check's.
UNREAD = "字迹不清或书写有误，须由人核对原件"


def expected(record, checks):
    """What the program found, as a schema can report it: nodes per check."""
    found = collections.Counter()
    for outcome in record["outcomes"]:
        for one in outcome["occurrences"] + outcome.get("notes", []):
            name = f"{outcome['requirement']}/{one['check']}"
            asked = one["outcome"] == "pending" and one["reasons"] == ["person"]
            asked = asked and UNREAD not in one["message"]["zh"]
            if name in checks and one["places"] and (asked or one["outcome"] == "failed"):
                found[name] += 1
    return found


def skeleton(schema, paths):
    """What lxml's isoschematron reports, file by file."""
    engine = isoschematron.Schematron(schema, store_report=True)
    for path in paths:
        engine.validate(etree.parse(path))
        texts = engine.validation_report.iterfind(f".//{SVRL}failed-assert/{SVRL}text")
        yield collections.Counter(MARK.search("".join(one.itertext()).strip())[1] for one in texts)


def written_out(schema):
    """The schema without variables, and without the checks that only XSLT can evaluate."""
    values = {one.get("name"): one.get("value") for one in schema.iter(f"{SCH}let")}
    known = {}

    def expand(text):
        parts = re.split(r"('[^']*'|\"[^\"]*\")", text)
        parts[::2] = [re.sub(r"\$([\w.-]+)", lambda m: f"({value(m[1])})", p) for p in parts[::2]]
        return "".join(parts)

    def value(name):
        if name not in known:
            known[name] = expand(values[name])
        return known[name]

    schema = etree.ElementTree(etree.fromstring(etree.tostring(schema)))
    for one in list(schema.getroot()):
        if one.tag != f"{SCH}pattern":
            schema.getroot().remove(one)
    checks = set()
    for rule in list(schema.iter(f"{SCH}rule")):
        for one in list(rule):
            test = expand(one.get("test"))
            if re.search(r"\b(key|current)\(", test):
                rule.remove(one)
                continue
            one.set("test", test)
            name = MARK.search("".join(one.itertext()))[1]
            checks.add(name)
            for part in list(one):
                one.remove(part)
            one.text = f"[{name}]"
        if len(rule) == 0:
            rule.getparent().remove(rule)
    for pattern in list(schema.iter(f"{SCH}pattern")):
        pattern.set("name", "-")  # Without a name libxml2 reports an internal error.
        if len(pattern) == 0:
            schema.getroot().remove(pattern)
    return schema, checks


def libxml2(schema, paths):
    """What xmllint reports, file by file; it runs beside the other engine."""
    with tempfile.NamedTemporaryFile(suffix=".sch") as file, tempfile.TemporaryFile("w+") as errors:
        schema.write(file.name, encoding="UTF-8")
        # Told to write no documents it would also stop at the first rule that fits in any pattern.
        command = ["xmllint", "--schematron", file.name, *paths]
        run = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=errors)
        yield
        run.wait()
        errors.seek(0)
        lines = errors.read().splitlines()
    found, so_far = {}, collections.Counter()
    for line in lines:
        if mark := MARK.search(line):
            so_far[mark[1]] += 1
        elif end := re.fullmatch(r"(.*) (?:validates|fails to validate)", line):
            found[end[1]], so_far = so_far, collections.Counter()
        elif not line.startswith("Pattern: "):
            sys.exit(f"xmllint: {line}")
    yield [found[path] for path in paths]


def compare(schema_path, stream_path, folder, known_path):
    schema = etree.parse(schema_path)
    checks = {MARK.search("".join(one.itertext()).strip())[1] for one in schema.iter(f"{SCH}assert")}
    with open(stream_path, encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    # A schema cannot tell what is misnamed from what is missing: it is for files without errors of form.
    files = [one for one in records if one["record"] == "case" and not one["schemaErrors"]]
    paths = [os.path.join(folder, one["path"]) for one in files]
    with open(known_path, encoding="utf-8") as lines:
        known = [line.split("  ", 2) for line in lines.read().splitlines() if line[:1] not in "#"]
    plain, fewer = written_out(schema)
    # It takes ten times as long, having to work every variable out again for each node.
    other = libxml2(plain, paths[::3])
    next(other)
    engines = [("isoschematron", checks, files, list(skeleton(schema, paths))),
               ("xmllint", fewer, files[::3], next(other))]
    # Where a file has unread parts a schema is silent about some that the program can still decide: there
    # it may say less, never more.
    unread = {path for path in paths if etree.parse(path).xpath(UNREAD_PART)}
    wrong, silent, met, nodes = 0, 0, set(), collections.Counter()
    for engine, able, judged, found in engines:
        for record, theirs in zip(judged, found, strict=True):
            may_be_silent = os.path.join(folder, record["path"]) in unread
            ours = expected(record, able)
            nodes[engine] += sum(ours.values())
            for check in sorted(check for check in able if ours[check] != theirs[check]):
                excuse = next((line for line in known if fnmatch.fnmatch(record["path"], line[0])
                               and line[1] == check), None)
                if excuse:
                    met.add(tuple(excuse))
                    continue
                if may_be_silent and theirs[check] < ours[check]:
                    silent += 1
                    continue
                wrong += 1
                print(f"{record['path']}: {check}: {ours[check]}, {engine} has {theirs[check]}")
        print(f"{engine}: {len(able)} of {len(checks)} checks, {len(judged)} files, "
              f"{nodes[engine]} nodes")
    for line in known:
        if tuple(line) not in met:
            wrong += 1
            print(f"listed as a difference and none: {'  '.join(line)}")
    print(f"{silent} differences where a part was not read and the schema is silent")
    left = sum(one["record"] == "case" for one in records) - len(files)
    print(f"{left} files with errors of form left out, {len(known)} known differences, {wrong} others")
    return 0 if not wrong and all(nodes.values()) else 1


if __name__ == "__main__":
    if sys.argv[2].endswith(".xml"):
        for failed in skeleton(etree.parse(sys.argv[1]), sys.argv[2:]):
            print("-", *sorted(failed))
    else:
        sys.exit(compare(*sys.argv[1:]))
