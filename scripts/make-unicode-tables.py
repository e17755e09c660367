#!/usr/bin/env python3
"""Writes src/PiLittleEye/Accounts/unicode.txt: what NFKC and case folding do to which character.

The service runs without ICU, and .NET then leaves every character beyond ASCII as it is. Run it again when Python knows a newer Unicode.
"""

import pathlib
import sys
import unicodedata

HANGUL = range(0xAC00, 0xAC00 + 11172)  # computed, not listed
SURROGATES = range(0xD800, 0xE000)


def code(text):
    return " ".join(f"{ord(sign):X}" for sign in text)


def main():
    decompositions, classes, compositions, folds = [], [], [], []
    for point in range(0x80, sys.maxunicode + 1):
        if point in SURROGATES or point in HANGUL:
            continue
        sign = chr(point)
        decomposed = unicodedata.normalize("NFKD", sign)
        if decomposed != sign:
            decompositions.append(f"d {point:X} {code(decomposed)}")
        if unicodedata.combining(sign):
            classes.append(f"c {point:X} {unicodedata.combining(sign)}")
        canonical = unicodedata.decomposition(sign)
        parts = [] if canonical.startswith("<") else canonical.split()
        # Those that normalisation itself does not put together are the composition exclusions.
        if len(parts) == 2 and unicodedata.normalize("NFC", sign) == sign:
            compositions.append(f"p {parts[0]} {parts[1]} {point:X}")
        if sign.casefold() != sign:
            folds.append(f"f {point:X} {code(sign.casefold())}")
    target = pathlib.Path(__file__).parent.parent / "src/PiLittleEye/Accounts/unicode.txt"
    head = f"# Made by scripts/make-unicode-tables.py from Unicode {unicodedata.unidata_version}.\n"
    target.write_text(head + "\n".join(decompositions + classes + compositions + folds) + "\n")


main()
