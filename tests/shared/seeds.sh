#!/usr/bin/env bash
# seeds.sh PROGRAM SHARED: the Turtle of the articles that the project
# started from is valid for other parsers, and says what it must and no more.
set -euo pipefail
program=$1 shared=$2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
dm='<https://w3id.org/demarche/ontology#'
ent='<https://w3id.org/demarche/entity/'

fail() {
  echo "seeds: $*" >&2
  exit 1
}

# Other parsers take the Turtle, and find as many statements in it.
parses() {
  local name=$1 turtle=$scratch/$1.ttl count
  count=$(sort -u "$scratch/$name.nt" | wc -l)
  serdi -q -i turtle -o ntriples "$turtle" >"$scratch/serdi.nt" ||
    fail "serdi refuses $name"
  [ "$(sort -u "$scratch/serdi.nt" | wc -l)" = "$count" ] ||
    fail "serdi reads other statements in $name"
  rapper -q -i turtle -o ntriples "$turtle" >"$scratch/rapper.nt" ||
    fail "rapper refuses $name"
  [ "$(sort -u "$scratch/rapper.nt" | wc -l)" = "$count" ] ||
    fail "rapper reads other statements in $name"
  [ -z "$python" ] || "$python" - "$turtle" "$count" <<'END' ||
import sys
import rdflib
graph = rdflib.Graph().parse(sys.argv[1], format="turtle")
sys.exit(0 if len(graph) == int(sys.argv[2]) else 1)
END
    fail "rdflib reads other statements in $name"
}

says() { grep -qF "$2" "$scratch/$1.nt" || fail "$1 does not say $2"; }
says_not() { ! grep -F "$2" "$scratch/$1.nt" || fail "$1 says $2"; }

# A Python that has rdflib, or nothing.
python=
if command -v python3 >/dev/null; then
  if python3 -c 'import rdflib' 2>/dev/null; then
    python=python3
  elif python3 -m venv "$scratch/venv" >/dev/null 2>&1 &&
    "$scratch/venv/bin/pip" install -q rdflib >/dev/null 2>&1; then
    python=$scratch/venv/bin/python
  fi
fi
[ -n "$python" ] || echo "seeds: rdflib cannot be had; serdi and rapper only"

i=0
for file in "$shared"/seeds/*.txt; do
  i=$((i + 1))
  "$program" extract --published 2023-01-12 "$file" >"$scratch/seed$i.ttl"
  "$program" extract --published 2023-01-12 --format ntriples "$file" \
    >"$scratch/seed$i.nt"
  "$program" extract --published 2023-01-12 "$file" |
    cmp - "$scratch/seed$i.ttl" || fail "a second run differs"
  parses seed$i
  says seed$i "${ent}russia> ${dm}accuses> ${ent}armenia>"
  says_not seed$i "${ent}russia> ${dm}withdrawsFrom> "
done
says seed1 "${ent}russia> ${dm}deploys> "
for seed in seed1 seed2; do
  says $seed "${ent}nikol-pashinyan> ${dm}holdsOffice> ${ent}armenia> "
  says $seed "${dm}speaksFor> "
done
grep -q "${ent}armenia> ${dm}withdrawsFrom> " "$scratch/seed1.nt" ||
  fail "the digest states Armenia's withdrawal"
if grep "${ent}armenia> ${dm}withdrawsFrom> " "$scratch/seed2.nt"; then
  fail "the report only quotes Armenia's withdrawal"
fi
"$program" compare --format json "$shared"/seeds/*.txt >"$scratch/compared.json"
python3 - "$scratch/compared.json" <<'END' || fail "contested facts are missed"
import json, sys
comparison = json.load(open(sys.argv[1]))
claims = comparison["claims"]
contested = {claims[number]["lemma"] for one in comparison["contradictions"]
             for number in one["claims"]}
sys.exit(0 if contested & {"blockade", "block"} and "do" in contested
         and contested & {"abandon", "bail", "turn"} else 1)
END
echo "seeds: $i articles hold"
