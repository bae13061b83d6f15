"""Lines of Jane Austen's six novels -> austen.json, a list of lines for each novel.

Reads the Debian package r-cran-janeaustenr, unpacked in this folder (`dpkg-deb -x r-cran-janeaustenr_*.deb .`). R keeps the
novels in one file: for each, four bytes with the length of what is compressed, and a zlib stream of its own serialisation.
"""

import json
import struct
import zlib

DATA = "usr/lib/R/site-library/janeaustenr/data/Rdata.rdb"
STRINGS = 16  # R's number for a vector of strings


def objects(data):
    """What was compressed, one object after the other."""
    place = 0
    while place < len(data):
        stream = zlib.decompressobj()
        yield stream.decompress(data[place + 4 :])
        place = len(data) - len(stream.unused_data)


def lines(data):
    """The strings of an object; None where it is something else."""
    assert data[:2] == b"X\n"
    (version,) = struct.unpack(">i", data[2:6])
    place = 14
    if version == 3:
        # Since then, the name of an encoding stands before the object.
        (length,) = struct.unpack(">i", data[14:18])
        place = 18 + length
    flags, count = struct.unpack(">ii", data[place : place + 8])
    if flags & 255 != STRINGS:
        return None
    place += 8
    found = []
    for _ in range(count):
        _, length = struct.unpack(">ii", data[place : place + 8])
        place += 8
        # No length below zero is one: it means that there is no string.
        found.append(data[place : place + max(length, 0)].decode("utf8"))
        place += max(length, 0)
    return found


with open(DATA, "rb") as file:
    novels = [found for found in map(lines, objects(file.read())) if found is not None]
for novel in novels:
    print(len(novel), "lines:", next(line for line in novel if line))
with open("austen.json", "w") as file:
    json.dump(novels, file)
