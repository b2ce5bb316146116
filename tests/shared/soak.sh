#!/usr/bin/env bash
# soak.sh PROGRAM SHARED: 300 news articles go through without a crash and
# give valid N-Triples and events.
set -euo pipefail
program=$1 shared=$2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
xzcat "$shared"/data/news/articles-15k.jsonl.xz | awk 'NR % 50 == 1' |
  head -n 300 >"$scratch/news.jsonl" || true
[ -s "$scratch/news.jsonl" ] || { echo "soak: no articles" >&2; exit 1; }
begin=$SECONDS
"$program" extract --threads "$(nproc)" "$scratch/news.jsonl" \
  -o "$scratch/news.ttl"
serdi -q -i turtle -o ntriples "$scratch/news.ttl" >"$scratch/news.nt"
"$program" extract --format events "$scratch/news.jsonl" \
  -o "$scratch/events.jsonl"
[ "$(wc -l <"$scratch/events.jsonl")" = "$(wc -l <"$scratch/news.jsonl")" ]
echo "soak: $(wc -l <"$scratch/news.jsonl") articles," \
  "$(wc -l <"$scratch/news.nt") statements, $((SECONDS - begin)) s"
