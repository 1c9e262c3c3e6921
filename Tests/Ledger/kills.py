#!/usr/bin/env python3
"""Kills `caseaudit ledger` at random moments and checks what is left.

    kills.py CASEAUDIT FOLDER RUNS

Each run enters the audits of three case files, one step of three events, and is killed after a random
part of the time that a whole run takes. Then the ledger must open and verify, and hold all three events
of the step or none; a run left alone must be able to finish it. Prints how many runs there were, and how
many were killed before and after the step. Exit code 1: something was not so.
"""
import os
import random
import re
import shutil
import subprocess
import sys
import time

tool, folder, runs = sys.argv[1], sys.argv[2], int(sys.argv[3])
root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
base = open(f"{root}/Rubrics/base-cases/ordinary-penalty.xml", encoding="utf-8").read()
cases, empty = f"{folder}/cases", f"{folder}/empty.db"
os.makedirs(cases)
for number in range(3):
    with open(f"{cases}/{number}.xml", "w", encoding="utf-8") as file:
        file.write(base.replace("示应急立〔2025〕9号", f"示应急立〔2025〕{90 + number}号"))


def ledger(step, *arguments, file):
    return [tool, "ledger", step, *arguments, "--ledger", file]


def events(file):
    run = subprocess.run(ledger("verify", file=file), capture_output=True, text=True)
    if run.returncode != 0:
        sys.exit(f"does not verify: {run.stdout}{run.stderr}")
    return int(re.search(r"台账 (\d+) 条", run.stdout)[1])


subprocess.run(
    ledger("open-round", "1", "--title", "评查", "--office", "示例县司法局", "--mark", "示司监",
           "--reply-days", "30", "--reply-source", "方案", "--as-of", "2025-06-01", file=empty),
    check=True, stdout=subprocess.DEVNULL)
file = f"{folder}/work.db"
step = ledger("score", "1", cases, "--registers", f"{root}/Rubrics/example-registers",
              "--as-of", "2025-06-02", file=file)
shutil.copy(empty, file)
start = time.monotonic()
subprocess.run(step, check=True, stdout=subprocess.DEVNULL)
whole = time.monotonic() - start
if events(file) != 4:
    sys.exit("the step is not three events")
random.seed(runs)
before = after = 0
for number in range(runs):
    for name in os.listdir(folder):
        if name.startswith("work.db"):
            os.remove(f"{folder}/{name}")
    shutil.copy(empty, file)
    run = subprocess.Popen(step, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    # The end of a run is where it writes: most kills fall there.
    share = random.random() if number % 4 == 0 else 1 - random.random() * 0.15
    time.sleep(whole * share)
    run.kill()
    run.wait()
    found = events(file)
    if found not in (1, 4):
        sys.exit(f"{found - 1} of the step's three events were kept")
    before, after = before + (found == 1), after + (found == 4)
    subprocess.run(step, check=True, stdout=subprocess.DEVNULL)
    if events(file) != 4:
        sys.exit("the step could not be finished afterwards")
print(f"{runs} runs: {before} killed before the step was kept, {after} after")
