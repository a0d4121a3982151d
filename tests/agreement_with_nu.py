#!/usr/bin/env python3
"""Compares Vigie's conformance errors with those of the Nu Html Checker on real pages. Not part of CI: it needs Java and vnu.jar.

    npm pack vnu-jar && tar xzf vnu-jar-*.tgz        # package/build/dist/vnu.jar
    cargo build --release
    tests/agreement_with_nu.py vnu.jar FOLDER [FOLDER...] [--pages N]

Two messages agree when they are about the same lines of the same page. Prints, by kind of message of Nu, how many Vigie has too; by
check of Vigie, how many Nu has too, with an example of those it has not; and the time of both.
"""

import collections
import json
import pathlib
import re
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent


def kind(message):
    """A message without what it quotes."""
    message = re.sub(r"“[^”]*”", "“…”", message)
    return re.sub(r"(“…”(, (or )?| or | and )?){3,}", "“…”… ", message)[:150]


def nu(jar, pages):
    """By page: the errors, as (first line, last line, message)."""
    command = ["java", "-Xss8m", "-jar", jar, "--format", "json", "--exit-zero-always", "--errors-only"]
    found = collections.defaultdict(list)
    begin = time.time()
    for at in range(0, len(pages), 200):
        run = subprocess.run(command + pages[at : at + 200], capture_output=True, text=True, check=True)
        for m in json.loads(run.stderr or run.stdout)["messages"]:
            if m["type"] != "error":
                continue
            last = m.get("lastLine", 0)
            found[m["url"].removeprefix("file:")].append((m.get("firstLine", last), last, m["message"]))
    return found, time.time() - begin


def vigie(pages):
    """By page: the conformance errors, as (first line, last line, check, message), related places included."""
    command = [ROOT / "target/release/vigie", "audit", "--select", "conformance", "--format", "jsonl", "--lang", "en"]
    found = collections.defaultdict(list)
    begin = time.time()
    run = subprocess.run(command + pages, capture_output=True, text=True, cwd="/")
    seconds = time.time() - begin
    for line in run.stdout.splitlines():
        page = json.loads(line)
        for f in page.get("findings", []):
            if f["level"] != "error":
                continue
            for place in [f] + f["related"]:
                lines = place["start"]["line"], place["end"]["line"]
                found["/" + page["path"].lstrip("/")].append((*lines, f["check"], f["message"]))
    return found, seconds


def meet(one, other):
    return one[0] <= other[1] and other[0] <= one[1]


def compare(folder, jar, limit):
    pages = sorted(str(p.resolve()) for p in pathlib.Path(folder).rglob("*.htm*"))[:limit]
    size = sum(pathlib.Path(p).stat().st_size for p in pages) / 1e6
    theirs, their_seconds = nu(jar, pages)
    ours, our_seconds = vigie(pages)
    print(f"\n# {folder}: {len(pages)} pages, {size:.1f} MB; Nu {their_seconds:.1f} s, Vigie {our_seconds:.2f} s")

    kinds = collections.defaultdict(lambda: [0, 0, ""])
    checks = collections.defaultdict(lambda: [0, 0, ""])
    for page in pages:
        for error in theirs[page]:
            row = kinds[kind(error[2])]
            row[0] += 1
            if any(meet(error, mine) for mine in ours[page]):
                row[1] += 1
            elif not row[2]:
                row[2] = f"{page}:{error[0]}: {error[2][:200]}"
        for mine in ours[page]:
            row = checks[mine[2]]
            row[0] += 1
            if any(meet(mine, error) for error in theirs[page]):
                row[1] += 1
            elif not row[2]:
                row[2] = f"{page}:{mine[0]}: {mine[3][:200]}"
    for title, rows in (("Nu's errors, and those Vigie has too", kinds), ("Vigie's errors, and those Nu has too", checks)):
        whole = sum(1 for all_, both, _ in rows.values() if both == all_)
        print(f"## {title}: {len(rows)} kinds, {whole} wholly")
        for name, (all_, both, example) in sorted(rows.items(), key=lambda item: -item[1][0]):
            print(f"{all_:>7} {both:>7}  {name}")
            if example:
                print(f"{'':16}   not: {example}")


def main():
    arguments = sys.argv[1:]
    limit = None
    if "--pages" in arguments:
        at = arguments.index("--pages")
        limit = int(arguments[at + 1])
        del arguments[at : at + 2]
    if len(arguments) < 2:
        sys.exit(__doc__)
    for folder in arguments[1:]:
        compare(folder, arguments[0], limit)


main()
