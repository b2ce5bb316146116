"""How many names of places are typed as places.

    places.py PROGRAM ARTICLE... --names NAME...

Every occurrence of a NAME in an ARTICLE counts, unless it is part of a longer
word or of a longer NAME. It is right if the trained analyser calls a name that
covers it, or is covered by it, GPE, LOC or FAC ("names"), or if a mention that
does so has a class below dm:Place ("mentions"; states are places too).
"""
import argparse
import re
import subprocess

PLACES = {"GPE", "LOC", "FAC"}
CLASSES = {"Place", "State", "City", "Region", "Facility", "Waterway",
           "Capital"}


def spans_of(text, names):
    """Return the [begin, end) of all occurrences, the longest name first."""
    longest_first = sorted(names, key=len, reverse=True)
    pattern = r"\b(?:%s)\b" % "|".join(map(re.escape, longest_first))
    return [match.span() for match in re.finditer(pattern, text)]


def explained(program, path):
    return subprocess.run([program, "explain", path], check=True,
                          capture_output=True, text=True).stdout


def found_in(output):
    """Return ([text of a name called a place], [spans of place mentions])."""
    names = re.findall(r"^  name   (.*) \((%s)\)$" % "|".join(PLACES), output,
                       re.M)
    mentions = re.findall(
        r"^  m\d+ name (%s)(?: plural)? (\d+)\.\.(\d+) " % "|".join(CLASSES),
        output, re.M)
    return ([name for name, _ in names],
            [(int(begin), int(end)) for _, begin, end in mentions])


def without_spaces(text):
    return re.sub(r"\s+", "", text)


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("articles", nargs="+")
    parser.add_argument("--names", nargs="+", required=True)
    options = parser.parse_args()
    total = named = mentioned = 0
    for path in options.articles:
        with open(path, "rb") as file:
            raw = file.read()
        names, mentions = found_in(explained(options.program, path))
        texts = [without_spaces(name) for name in names]
        for begin, end in spans_of(raw.decode("utf-8"), options.names):
            text = raw.decode("utf-8")
            begin = len(text[:begin].encode("utf-8"))
            end = len(text[:end].encode("utf-8"))
            name = without_spaces(raw[begin:end].decode("utf-8"))
            total += 1
            named += any(name in other for other in texts)
            right = any(b < end and begin < e for b, e in mentions)
            mentioned += right
            if not right:
                print(f"{path}:{begin}: {name}")
    print(f"{total} names of places; called places by the analyser "
          f"{named / total:.3f}; mentions typed as places "
          f"{mentioned / total:.3f}")


if __name__ == "__main__":
    main()
