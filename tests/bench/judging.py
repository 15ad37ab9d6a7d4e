#!/usr/bin/env python3
"""Made-up files for the commands that judge without a database, the same at each call, and what a command costs.

judging.py assignment DIR          ENTRIES and JUDGES: 6,800 entries, 70 judges of 20 countries
judging.py scores DIR CRITERION…   SCORES: a million rows, seven judges on all entries
judging.py measure COMMAND…        runs it, prints seconds and the peak of its memory in MiB
"""
import random
import resource
import subprocess
import sys
import time

CATEGORIES = ["services", "efficiency", "open_city", "urban_management", "digital_divide"]


def country(number):
    return "AZ"[number % 2] + chr(65 + number % 26)


def write_assignment(folder):
    dice = random.Random(2014)
    with open(f"{folder}/entries.csv", "w", encoding="utf-8") as out:
        out.write("entry,category,country\n")
        for entry in range(6800):
            out.write(f"entry {entry},{CATEGORIES[entry % 5]},{country(dice.randrange(20))}\n")
    with open(f"{folder}/judges.csv", "w", encoding="utf-8") as out:
        out.write("judge,country,capacity,alternate,expertise\n")
        for judge in range(70):
            known = "; ".join(one for one in CATEGORIES if dice.random() < 0.5)
            out.write(f"judge {judge},{country(judge % 20)},700,{'yes' if judge >= 65 else 'no'},{known}\n")


def write_scores(folder, criteria):
    dice = random.Random(2014)
    severity = [dice.gauss(0, 0.6) for _ in range(7)]
    entries = -(-1_000_000 // (7 * len(criteria)))
    with open(f"{folder}/scores.csv", "w", encoding="utf-8") as out:
        out.write("entry,category,judge,criterion,score\n")
        for entry in range(entries):
            quality = dice.gauss(6, 1.2)
            for judge in range(7):
                for criterion in criteria:
                    score = min(10, max(1, round(quality + severity[judge] + dice.gauss(0, 1.3))))
                    out.write(f"entry {entry},{CATEGORIES[entry % 5]},judge {judge},{criterion},{score}\n")


def measure(command):
    begin = time.monotonic()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
    seconds = time.monotonic() - begin
    print(f"{seconds:.1f} {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f}")
    return done.returncode


if __name__ == "__main__":
    what, *rest = sys.argv[1:]
    if what == "assignment":
        write_assignment(rest[0])
    elif what == "scores":
        write_scores(rest[0], rest[1:])
    else:
        sys.exit(measure(rest))
