#!/usr/bin/env python3
"""Extracts a corpus with Apache Spark: JSONL in, N-Quads out.

usage: extract_corpus.py PROGRAM NEWS.jsonl OUTPUT [--partitions N] [--ontology FOLDER] [--model FILE]
       (or spark-submit extract_corpus.py …)

Ships the program, its ontology and its model to the workers, and maps partitions of records through it, one
process a partition.  NEWS and OUTPUT are what Spark can read and write: a file, a folder, a pattern, of any
file system; OUTPUT becomes a folder of gzip files, or nothing if it is there.

Records are partitioned by their article's address, so that what is told twice meets in one process and is
left out there, as it is in one process that reads everything.  A record that cannot be read costs only
itself and is counted; any other failure of the program fails the job.

The default graph of a statement's article and the graphs of its claims are in the output; links between the
events of different articles are not: `demarche merge` makes these from what is written here.
"""

import argparse
import json
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
    """Writes the records to the program; it is the one to complain if it ends early."""
    try:
        for _, line in lines:
            stream.write(line.encode("utf-8", "surrogatepass") + b"\n")
        stream.close()
    except BrokenPipeError:
        pass


def extract(lines, bad_partitions, names):
    command = [SparkFiles.get(names["program"]), "extract", "--input", "jsonl", "--format", "nquads"]
    command += ["--threads", "1", "-", "--model", SparkFiles.get(names["model"])]
    command += ["--ontology", SparkFiles.get(names["ontology"])]
    child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    feeder = threading.Thread(target=feed, args=(lines, child.stdin))
    feeder.start()
    for line in child.stdout:
        yield line.decode("utf-8").rstrip("\n")
    feeder.join()
    status = child.wait()
    if status == SOME_INPUT_WAS_BAD:
        bad_partitions.add(1)
    elif status != 0:
        raise RuntimeError(f"demarche ended with {status}")


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("program")
    parser.add_argument("news")
    parser.add_argument("output")
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
    (
        context.textFile(options.news)
        .filter(lambda line: line.strip())
        .map(lambda line: (address_of(line), line))
        .partitionBy(options.partitions or context.defaultParallelism * 4)
        .mapPartitions(lambda lines: extract(lines, bad_partitions, names))
        .saveAsTextFile(options.output, compressionCodecClass="org.apache.hadoop.io.compress.GzipCodec")
    )
    session.stop()
    if bad_partitions.value:
        print(f"records that could not be read are in {bad_partitions.value} partitions", file=sys.stderr)
        sys.exit(SOME_INPUT_WAS_BAD)


main()
