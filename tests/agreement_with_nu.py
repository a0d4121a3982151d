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
check of Vigie, how many Nu has too, with an example of those it has not; and the time of both. A finding of Vigie names 51 places
at most: an error of Nu is "past them" when such a finding of that page already agrees with errors of the same kind.
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
# Places that a finding names beside its own.
MOST_RELATED = 50
# How it names those with the same defect.
SERIES = re.compile(r" too$|^(and|nor) |^used again")
# Pages that Nu reads in one run.
CHUNK = 100


def kind(message):
    """A message without what it quotes."""
    message = re.sub(r"“[^”]*”", "“…”", message)
    message = re.sub(r"^CSS: .*", "CSS: …", message)
    return re.sub(r"(“…”(, (or )?| or | and )?){3,}", "“…”… ", message)[:150]


def kept(arguments, page):
    """Where what Nu says of a page is kept."""
    return arguments.keep / (hashlib.sha256(page.encode()).hexdigest()[:24] + ".json")


def ask(arguments, pages):
    """By page: what Nu says, in the words of its JSON."""
    command = ["java", "-Xss8m", "-jar", arguments.jar, "--format", "json", "--exit-zero-always"]
    said = {page: [] for page in pages}
    if pages:
        run = subprocess.run(command + pages, capture_output=True, text=True, check=True)
        for message in json.loads(run.stderr or run.stdout)["messages"]:
            said[message["url"].removeprefix("file:")].append(message)
    if arguments.keep:
        arguments.keep.mkdir(parents=True, exist_ok=True)
        for page, messages in said.items():
            kept(arguments, page).write_text(json.dumps(messages, ensure_ascii=False))
    return said


def nu(arguments, pages):
    """By page: what it says, as (first line, last line, message); and the seconds it took, if it was asked now."""
    said, new = {}, pages
    if arguments.keep:
        new = [page for page in pages if not kept(arguments, page).exists()]
        said = {page: json.loads(kept(arguments, page).read_text()) for page in set(pages) - set(new)}
    begin = time.time()
    for at in range(0, len(new), CHUNK):
        said |= ask(arguments, new[at : at + CHUNK])
    seconds = time.time() - begin
    found = collections.defaultdict(list)
    for page, messages in said.items():
        for m in messages:
            if m["type"] == "error" or (arguments.warnings and m.get("subType") == "warning"):
                last = m.get("lastLine", 0)
                found[page].append((m.get("firstLine", last), last, m["message"]))
    return found, seconds if len(new) == len(pages) else None


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
            places = [f] + [r for r in f["related"] if SERIES.search(r["message"])]
            if len(f["related"]) >= MOST_RELATED:
                full[path].add(rank)
            for place in places:
                lines = place["start"]["line"], place["end"]["line"]
                found[path].append((*lines, f["check"], f["message"], rank))
    return found, full, seconds


def meet(one, other):
    return one[0] <= other[1] and other[0] <= one[1]


def compare(arguments, folder):
    files = pathlib.Path(folder).rglob("*.htm*")
    pages = sorted(str(p.resolve()) for p in files if p.suffix in (".html", ".htm"))
    if arguments.pages and arguments.pages < len(pages):
        pages = [pages[i * len(pages) // arguments.pages] for i in range(arguments.pages)]
    size = sum(pathlib.Path(p).stat().st_size for p in pages) / 1e6
    theirs, their_seconds = nu(arguments, pages)
    ours, full, our_seconds = vigie(arguments, pages)
    took = f"{their_seconds:.1f} s" if their_seconds is not None else "as kept"
    print(f"\n# {folder}: {len(pages)} pages, {size:.1f} MB; Nu {took}, Vigie {our_seconds:.2f} s")

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
    parser.add_argument("--vigie", type=lambda name: pathlib.Path(name).resolve(), default=ROOT / "target/release/vigie")
    parser.add_argument("--warnings", action="store_true")
    arguments = parser.parse_args()
    for folder in arguments.folders:
        compare(arguments, folder)


main()
