#!/usr/bin/env bash
# accuracy.sh PROGRAM SHARED: the scores of the analyser, of the events and of
# their factuality do not fall below their floors, which stand below the scores
# of bench/results.md.
set -euo pipefail
program=$1 shared=$2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
if ! command -v python3 >/dev/null; then
  echo "accuracy: python3 is needed by the scorers" >&2
  exit 1
fi

"$program" explain --input conllu --format conllu \
  "$shared/data/ud-ewt/dev.conllu" -o "$scratch/dev.conllu"
python3 "$shared/eval/score_conllu.py" --json "$shared/data/ud-ewt/dev.conllu" \
  "$scratch/dev.conllu" --names "$shared/data/uner-ewt/dev.iob2" \
  --roles "$shared/data/propbank-ewt/dev.jsonl" >"$scratch/conllu.json"

for gold in gsr_dev plv_train; do
  "$program" extract --input jsonl --format events \
    "$shared/data/plover/$gold.jsonl" -o "$scratch/$gold.jsonl"
  python3 "$shared/eval/score_events.py" --json \
    "$shared/data/plover/$gold.jsonl" "$scratch/$gold.jsonl" \
    >"$scratch/$gold.json"
done

for gold in UW UDS_IH2 MEANTIME; do
  python3 bench/accuracy/factuality.py --json \
    "$shared/data/factuality/$gold/dev.jsonl" "$program" >"$scratch/$gold.json"
done

python3 tests/shared/floors.py "$scratch" tests/shared/floors.tsv
