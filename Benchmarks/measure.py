"""Runs a command and prints its CPU seconds, wall seconds and peak memory in KiB."""
import os
import resource
import subprocess
import sys
import time

start = time.monotonic()
with open(os.devnull, "w") as nowhere:
    status = subprocess.call(sys.argv[1:], stdout=nowhere)
wall = time.monotonic() - start
usage = resource.getrusage(resource.RUSAGE_CHILDREN)
if status not in (0, 1, 3):
    sys.exit(f"{sys.argv[1]} ended with {status}")
print(f"{usage.ru_utime + usage.ru_stime:.3f} {wall:.3f} {usage.ru_maxrss}")
