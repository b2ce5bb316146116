#!/usr/bin/env python3
"""Extracts a corpus with Apache Spark: JSONL in, N-Quads out.

usage: extract_corpus.py PROGRAM NEWS.jsonl OUTPUT [--link] [--partitions N] [--ontology FOLDER] [--model FILE]
       (or spark-submit extract_corpus.py …)

Ships the program, its ontology and its model to the workers, and maps partitions of records through it, one
process a partition.  NEWS and OUTPUT are what Spark can read and write: a file, a folder, a pattern, of any
file system; OUTPUT becomes a folder of gzip files, or nothing if it is there.

Records are partitioned by their article's address, so that what is told twice meets in one process and is
left out there, as it is in one process that reads everything.  A record that cannot be read costs only
itself and is counted; any other failure of the program fails the job.

With --link, the folder OUTPUT.links gets the links between articles of the whole corpus: events that are
likely one, and near copies. The program writes by what each article of a partition is linked
(`demarche link --keys`), Spark joins these keys, and the program judges the pairs (`demarche link --pairs`).
The links are those that a dataset of all articles has.
"""

import argparse
import itertools
import json
import operator
import pathlib
import subprocess
import sys
import threading

from pyspark import SparkContext, SparkFiles
from pyspark.sql import SparkSession

top = pathlib.Path(__file__).resolve().parents[2]
SOME_INPUT_WAS_BAD = 1


def address_of(line):
    """What the IRI of a record's article is made of."""
    try:
        record = json.loads(line)
        return str(record.get("url") or (record.get("id"), record.get("text")))
    except (ValueError, AttributeError):
        return line


def feed(lines, stream):
    """Writes lines to the program; it is the one to complain if it ends early."""
    try:
        for line in lines:
            stream.write(line.encode("utf-8", "surrogatepass") + b"\n")
        stream.close()
    except BrokenPipeError:
        pass


def pipe(lines, arguments, accept=lambda status: status == 0):
    """The lines that the program makes of these."""
    child = subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    feeder = threading.Thread(target=feed, args=(lines, child.stdin))
    feeder.start()
    for line in child.stdout:
        yield line.decode("utf-8").rstrip("\n")
    feeder.join()
    status = child.wait()
    if not accept(status):
        raise RuntimeError(f"{' '.join(arguments)} ended with {status}")


def extract(records, bad_partitions, names):
    def accept(status):
        if status == SOME_INPUT_WAS_BAD:
            bad_partitions.add(1)
        return status in (0, SOME_INPUT_WAS_BAD)

    command = [SparkFiles.get(names["program"]), "extract", "--input", "jsonl", "--format", "nquads"]
    command += ["--threads", "1", "-", "--model", SparkFiles.get(names["model"])]
    command += ["--ontology", SparkFiles.get(names["ontology"])]
    return pipe((line for _, line in records), command, accept)


def keys_of(quads, names):
    quads = iter(quads)
    first = next(quads, None)
    if first is not None:  # An empty file has no article, which would be an error.
        command = [SparkFiles.get(names["program"]), "link", "--keys", "-"]
        yield from map(json.loads, pipe(itertools.chain([first], quads), command))


def judge(pairs, names):
    return pipe(map(json.dumps, pairs), [SparkFiles.get(names["program"]), "link", "--pairs", "-"])


def event_pairs(keys):
    """Events of different articles with equal keys, at most one day apart; each pair once."""
    events = keys.filter(lambda record: "key" in record)
    here = events.map(lambda event: ((event["key"], event["day"]), event))
    near = events.flatMap(lambda event: [((event["key"], event["day"] + days), event) for days in (-1, 0, 1)])
    return (
        here.join(near)
        .values()
        .filter(lambda pair: pair[0]["article"] != pair[1]["article"] and pair[0]["iri"] < pair[1]["iri"])
        .map(lambda pair: {"a": pair[0], "b": pair[1]})
    )


def copy_pairs(keys):
    """Articles that have word runs in common, with how many; each pair once."""

    def article_of(record):
        return tuple(record[name] for name in ("article", "published", "runs"))

    def record_of(article):
        return dict(zip(("article", "published", "runs"), article))

    runs = keys.filter(lambda record: "run" in record).map(lambda record: (record["run"], article_of(record)))
    return (
        runs.join(runs)
        .values()
        .filter(lambda pair: pair[0][0] < pair[1][0])
        .map(lambda pair: (pair, 1))
        .reduceByKey(operator.add)
        .map(lambda found: {"a": record_of(found[0][0]), "b": record_of(found[0][1]), "common": found[1]})
    )


def save(lines, folder):
    lines.saveAsTextFile(folder, compressionCodecClass="org.apache.hadoop.io.compress.GzipCodec")


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("program")
    parser.add_argument("news")
    parser.add_argument("output")
    parser.add_argument("--link", action="store_true")
    parser.add_argument("--partitions", type=int)
    parser.add_argument("--ontology", default=str(top / "ontology"))
    parser.add_argument("--model", default=str(top / "models/demarche.model"))
    options = parser.parse_args()
    session = SparkSession.builder.appName("demarche").getOrCreate()
    context: SparkContext = session.sparkContext
    context.addFile(options.program)
    context.addFile(options.model)
    context.addFile(options.ontology, recursive=True)
    names = {key: pathlib.Path(getattr(options, key)).name for key in ("program", "ontology", "model")}
    bad_partitions = context.accumulator(0)
    statements = (
        context.textFile(options.news)
        .filter(lambda line: line.strip())
        .map(lambda line: (address_of(line), line))
        .partitionBy(options.partitions or context.defaultParallelism * 4)
        .mapPartitions(lambda records: extract(records, bad_partitions, names))
    )
    save(statements, options.output)
    if options.link:  # A file of OUTPUT is a partition again, as gzip cannot be split.
        written = context.textFile(options.output)
        keys = written.mapPartitions(lambda quads: keys_of(quads, names)).cache()
        pairs = event_pairs(keys).union(copy_pairs(keys))
        save(pairs.mapPartitions(lambda some: judge(some, names)), options.output.rstrip("/") + ".links")
    session.stop()
    if bad_partitions.value:
        print(f"records that could not be read are in {bad_partitions.value} partitions", file=sys.stderr)
        sys.exit(SOME_INPUT_WAS_BAD)


main()
