#!/usr/bin/env python3
"""Compares Vigie's conformance errors with those of the Nu Html Checker on real pages. Not part of CI: it needs Java and vnu.jar.

    npm pack vnu-jar && tar xzf vnu-jar-*.tgz        # package/build/dist/vnu.jar
    cargo build --release
    tests/agreement_with_nu.py vnu.jar FOLDER [FOLDER...]

    --pages N       N pages of each folder, taken evenly from all of them
    --keep FOLDER   keep what Nu says there, and read it there the next time: Nu takes minutes
    --vigie FILE    the program (default: target/release/vigie)
    --warnings      compare warnings too

Two messages agree when they are about the same lines of the same page. Prints, by kind of message of Nu, how many Vigie has too; by
check of Vigie, how many Nu has too, with an example of those it has not; and the time of both. A finding of Vigie names 51 places at
most: an error of Nu is "past them" when such a finding of that page already agrees with errors of the same kind.
"""

import argparse
import collections
import hashlib
import json
import pathlib
import re
import subprocess
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
# A finding and its related places.
MOST_PLACES = 51
# Pages that Nu reads in one run.
CHUNK = 100


def kind(message):
    """A message without what it quotes."""
    message = re.sub(r"“[^”]*”", "“…”", message)
    message = re.sub(r"^CSS: .*", "CSS: …", message)
    return re.sub(r"(“…”(, (or )?| or | and )?){3,}", "“…”… ", message)[:150]


def nu_json(jar, pages, keep):
    name = hashlib.sha256("\n".join(pages).encode()).hexdigest()[:16] + ".json"
    kept = keep and keep / name
    if kept and kept.exists():
        return json.loads(kept.read_text())
    command = ["java", "-Xss8m", "-jar", jar, "--format", "json", "--exit-zero-always"]
    run = subprocess.run(command + pages, capture_output=True, text=True, check=True)
    said = json.loads(run.stderr or run.stdout)
    if kept:
        keep.mkdir(parents=True, exist_ok=True)
        kept.write_text(json.dumps(said, ensure_ascii=False))
    return said


def nu(arguments, pages):
    """By page: what it says, as (first line, last line, message)."""
    found = collections.defaultdict(list)
    begin = time.time()
    for at in range(0, len(pages), CHUNK):
        for m in nu_json(arguments.jar, pages[at : at + CHUNK], arguments.keep)["messages"]:
            if m["type"] != "error" and not (arguments.warnings and m.get("subType") == "warning"):
                continue
            last = m.get("lastLine", 0)
            found[m["url"].removeprefix("file:")].append((m.get("firstLine", last), last, m["message"]))
    return found, time.time() - begin


def vigie(arguments, pages):
    """By page: the findings, as (first line, last line, check, message, which finding), a row for each place; and those that are full."""
    command = [arguments.vigie, "audit", "--select", "conformance", "--format", "jsonl", "--lang", "en", "-q"]
    found, full = collections.defaultdict(list), collections.defaultdict(set)
    begin = time.time()
    run = subprocess.run(command + pages, capture_output=True, text=True, cwd="/")
    seconds = time.time() - begin
    for line in run.stdout.splitlines():
        page = json.loads(line)
        for rank, f in enumerate(page.get("findings", [])):
            if f["level"] != "error" and not (arguments.warnings and f["level"] == "warning"):
                continue
            path = "/" + page["path"].lstrip("/")
            # Others say where the contradicting thing is.
            places = [f] + [r for r in f["related"] if r["message"].endswith(" too")]
            if len(places) >= MOST_PLACES:
                full[path].add(rank)
            for place in places:
                lines = place["start"]["line"], place["end"]["line"]
                found[path].append((*lines, f["check"], f["message"], rank))
    return found, full, seconds


def meet(one, other):
    return one[0] <= other[1] and other[0] <= one[1]


def compare(arguments, folder):
    pages = sorted(str(p.resolve()) for p in pathlib.Path(folder).rglob("*.htm*"))
    if arguments.pages and arguments.pages < len(pages):
        pages = [pages[i * len(pages) // arguments.pages] for i in range(arguments.pages)]
    size = sum(pathlib.Path(p).stat().st_size for p in pages) / 1e6
    theirs, their_seconds = nu(arguments, pages)
    ours, full, our_seconds = vigie(arguments, pages)
    print(f"\n# {folder}: {len(pages)} pages, {size:.1f} MB; Nu {their_seconds:.1f} s, Vigie {our_seconds:.2f} s")

    # All, those of both, those past the places of a finding; an example of the others.
    kinds = collections.defaultdict(lambda: [0, 0, 0, ""])
    checks = collections.defaultdict(lambda: [0, 0, 0, ""])
    for page in pages:
        alone, met_full = [], collections.defaultdict(set)
        for error in theirs[page]:
            row = kinds[kind(error[2])]
            row[0] += 1
            agreeing = [mine for mine in ours[page] if meet(error, mine)]
            if agreeing:
                row[1] += 1
                met_full[kind(error[2])] |= {mine[4] for mine in agreeing} & full[page]
            else:
                alone.append(error)
        for error in alone:
            row = kinds[kind(error[2])]
            if met_full[kind(error[2])]:
                row[2] += 1
            elif not row[3]:
                row[3] = f"{page}:{error[0]}: {error[2][:200]}"
        for mine in ours[page]:
            row = checks[mine[2]]
            row[0] += 1
            if any(meet(mine, error) for error in theirs[page]):
                row[1] += 1
            elif not row[3]:
                row[3] = f"{page}:{mine[0]}: {mine[3][:200]}"
    for title, rows in (("Nu's errors, and those Vigie has too", kinds), ("Vigie's errors, and those Nu has too", checks)):
        whole = sum(1 for all_, both, past, _ in rows.values() if both + past == all_)
        some = sum(1 for _, both, _, _ in rows.values() if both)
        print(f"## {title}: {len(rows)} kinds, {whole} wholly, {some} at least once")
        for name, (all_, both, past, example) in sorted(rows.items(), key=lambda item: -item[1][0]):
            print(f"{all_:>7} {both:>7}  {name}" + (f" ({past} past the places named)" if past else ""))
            if example:
                print(f"{'':16}   not: {example}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("jar")
    parser.add_argument("folders", nargs="+")
    parser.add_argument("--pages", type=int)
    parser.add_argument("--keep", type=pathlib.Path)
    parser.add_argument("--vigie", default=ROOT / "target/release/vigie")
    parser.add_argument("--warnings", action="store_true")
    arguments = parser.parse_args()
    for folder in arguments.folders:
        compare(arguments, folder)


main()
