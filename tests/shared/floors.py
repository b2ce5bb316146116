"""floors.py FOLDER FLOORS: compares scores with their floors.

FOLDER holds what the scorers print with --json.  A line of FLOORS is a file's
name, a path of keys in it, and the lowest value that is accepted.
"""

import json
import pathlib
import sys


def main():
    folder = pathlib.Path(sys.argv[1])
    wrong = 0
    for line in open(sys.argv[2], encoding="utf-8"):
        if not line.strip() or line.startswith("#"):
            continue
        name, path, floor = line.split()
        value = json.loads((folder / name).read_text(encoding="utf-8"))
        for key in path.split("/"):
            value = value[key]
        verdict = "ok" if value >= float(floor) else "TOO LOW"
        wrong += verdict != "ok"
        print(f"{name:16} {path:24} {value:8.3f} >= {floor:8} {verdict}")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
