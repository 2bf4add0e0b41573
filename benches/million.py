#!/usr/bin/env python3
"""Makes a ledger of a million figures and times `report` beside DuckDB's plain sum over the same file.

    python3 -m venv venv && venv/bin/pip install duckdb==1.4.4 duckdb-ext-sqlite
    cargo build --release
    venv/bin/python benches/million.py [FIGURES [LEDGER.db]]

A ledger that is named and there is taken as it is. Otherwise one is filled through
SQLite itself, with the program's own tables. The sums of both are compared before anything is timed.
"""

import csv
import glob
import os
import random
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time

FIGURES = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
PROGRAM = os.path.join(os.path.dirname(__file__), "..", "target", "release", "pledgebook")
DONORS = "US GB DE FR PL NL DK NO SE FI EE LV LT CZ SK IT ES CA AU JP UA EU DK+NO ALLIES".split()
CURRENCIES = "USD EUR GBP PLN DKK NOK SEK CZK CAD AUD JPY".split()
STAGES = "target pledge commitment delivery".split()
SECTORS = "production military financial humanitarian".split()
CATEGORIES = "drone missile artillery ammunition armor".split()
BOUNDS = "exact exact exact about at_least at_most".split()


def fill(path):
    """Five figures a document, one in five a quantity, one in ten out of the count."""
    subprocess.run([PROGRAM, "--db", path, "report"], check=True, capture_output=True)
    db = sqlite3.connect(path)
    db.execute("PRAGMA synchronous = OFF")
    chance = random.Random(7)
    documents = ((n, f"d{n}", f"{n:064x}", "The Daily", day(chance), "x") for n in range(1, FIGURES // 5 + 2))
    db.executemany(
        "INSERT INTO documents (id, name, sha256, publisher, published, added, text)"
        " VALUES (?, ?, ?, ?, ?, '2025-01-01T00:00:00.000Z', ?)", documents)
    db.executemany(
        "INSERT INTO figures (id, document, local, origin, kind, value, bound, unit, category, donor,"
        " stage, year_first, year_last, sector, confidence, announced, counted, verdict)"
        " VALUES (?, ?, ?, 'extracted', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 90, ?, ?, ?)",
        (figure(n, chance) for n in range(1, FIGURES + 1)))
    db.commit()
    db.execute("ANALYZE")
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    db.close()


def day(chance):
    return f"{chance.randint(2022, 2026)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"


def figure(n, chance):
    money = chance.random() < 0.8
    value = chance.randint(1, 10**12) if money else chance.randint(1, 100_000)
    announced = day(chance)
    year = int(announced[:4])
    out = chance.random() < 0.1
    return (
        n, (n - 1) // 5 + 1, f"f{n}", "money" if money else "quantity", value, chance.choice(BOUNDS),
        chance.choice(CURRENCIES) if money else None, None if money else chance.choice(CATEGORIES),
        chance.choice(DONORS), chance.choice(STAGES), year, year + (chance.random() < 0.1),
        chance.choice(SECTORS), announced, None if out else value, "duplicate" if out else "counted",
    )


def timed(run, times=5):
    """The best of several runs, in seconds."""
    best = float("inf")
    for _ in range(times):
        start = time.perf_counter()
        run()
        best = min(best, time.perf_counter() - start)
    return best


def report(path, *flags):
    command = [PROGRAM, "--db", path, "report", "--to", "csv", *flags]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


SQL = """SELECT donor, year_first, year_last, stage, kind, unit, category, sum(counted)
FROM ledger.figures WHERE counted IS NOT NULL GROUP BY ALL"""


def scanner(duckdb):
    """DuckDB's extension for SQLite, as the package duckdb-ext-sqlite brings it."""
    packages = os.path.dirname(os.path.dirname(duckdb.__file__))
    return glob.glob(f"{packages}/duckdb_ext/extensions/v{duckdb.__version__}/*/sqlite_scanner.duckdb_extension")[0]


def main():
    import duckdb

    folder = tempfile.mkdtemp()
    path = sys.argv[2] if len(sys.argv) > 2 else os.path.join(folder, "million.db")
    if not os.path.exists(path):
        fill(path)
    duck = duckdb.connect()
    duck.execute(f"LOAD '{scanner(duckdb)}'")
    duck.execute(f"ATTACH '{path}' AS ledger (TYPE sqlite, READ_ONLY)")
    theirs = sum(row[-1] for row in duck.execute(SQL).fetchall() if row[4] == "quantity")
    rows = csv.DictReader(report(path, "--by", "donor,year", "--kind", "quantity").splitlines())
    ours = sum(int(row["amount"]) for row in rows)
    assert theirs == ours, (theirs, ours)
    print(f"{FIGURES} figures, {os.path.getsize(path) / 1e6:.0f} MB")
    print(f"duckdb, plain sum       {timed(lambda: duck.execute(SQL).fetchall()):.3f} s")
    for flags in [["--by", "donor,year"], [], ["--by", "donor,year", "--currency", "EUR"], ["--by", "publisher"]]:
        print(f"report {' '.join(flags):<30} {timed(lambda: report(path, *flags)):.3f} s")
    out = os.path.join(folder, "out")
    command = [PROGRAM, "--db", path, "export", "--out", out]
    seconds = timed(lambda: subprocess.run(command, check=True, capture_output=True), 1)
    rows = sum(sum(1 for _ in open(os.path.join(out, name))) for name in os.listdir(out) if name.endswith(".csv"))
    print(f"export: {rows} lines of CSV in {seconds:.2f} s, {rows / seconds:,.0f} a second")
    print(f"most memory of any run: {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
