"""The tables of the memory's database. Texts stand once, however many units share them."""

from __future__ import annotations

from typing import Final

APPLICATION_ID: Final = 0x7461696D  # "taim"
VERSION: Final = 1
"""Raised whenever the tables, the sketch or what is collected changes: an older file is built anew."""

SCHEMA: Final = f"""
PRAGMA application_id = {APPLICATION_ID};
PRAGMA user_version = {VERSION};
CREATE TABLE source (id INTEGER PRIMARY KEY, path TEXT NOT NULL, stamp TEXT NOT NULL, origin TEXT NOT NULL);
CREATE TABLE text (id INTEGER PRIMARY KEY, language TEXT NOT NULL, digest INTEGER NOT NULL, content TEXT NOT NULL);
CREATE INDEX text_by_digest ON text (digest);
CREATE TABLE unit (
    source INTEGER NOT NULL, original INTEGER NOT NULL, translation INTEGER NOT NULL,
    source_locale TEXT NOT NULL, target_locale TEXT NOT NULL,
    context TEXT, changed TEXT, note TEXT NOT NULL, created TEXT, obsolete INTEGER NOT NULL
);
CREATE INDEX unit_by_source ON unit (source);
CREATE INDEX unit_by_original ON unit (original);
CREATE INDEX unit_by_translation ON unit (translation);
CREATE TABLE posting (gram INTEGER NOT NULL, text INTEGER NOT NULL, PRIMARY KEY (gram, text)) WITHOUT ROWID;
"""

_UNIT = """
SELECT original.content, original.digest, translation.content, translation.digest, source_locale, target_locale,
    context, origin, changed, note, created, obsolete
FROM unit
    JOIN text AS original ON original.id = unit.original
    JOIN text AS translation ON translation.id = unit.translation
    JOIN source ON source.id = unit.source
"""
UNITS_BY_ORIGINAL: Final = f"{_UNIT} WHERE unit.original = ? AND translation.language = ?"
UNITS_BY_TRANSLATION: Final = f"{_UNIT} WHERE unit.translation = ? AND original.language = ?"

INSERT_UNIT: Final = "INSERT INTO unit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
TEXTS_OF_SOURCE: Final = (
    "SELECT original FROM unit WHERE source = ?1 UNION SELECT translation FROM unit WHERE source = ?1"
)
IS_USED: Final = "SELECT 1 FROM unit WHERE original = ?1 OR translation = ?1"
CONTENTS: Final = """
SELECT origin, source_locale, target_locale, count(*)
FROM unit JOIN source ON source.id = unit.source
GROUP BY origin, source_locale, target_locale ORDER BY source_locale, target_locale, origin
"""
