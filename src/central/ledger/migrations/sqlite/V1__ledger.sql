-- The ledger. Bytes are kept as they were received; every other table can be rebuilt from
-- consultation, stations and batches.

CREATE TABLE consultation (
    one        INTEGER PRIMARY KEY CHECK (one = 0),
    manifest   BLOB NOT NULL,
    checkpoint TEXT,
    -- The list of web voters: the signed part, and the pseudonyms.
    web_header BLOB,
    web_list   BLOB,
    -- The registry's order to forget the links.
    purge      BLOB
) STRICT;

CREATE TABLE stations (
    station     TEXT PRIMARY KEY,
    certificate BLOB NOT NULL,
    rotation    BLOB NOT NULL,
    next        INTEGER NOT NULL,
    head        BLOB NOT NULL,
    closed      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE batches (
    station  TEXT NOT NULL REFERENCES stations,
    sequence INTEGER NOT NULL,
    kind     TEXT NOT NULL,
    digest   BLOB NOT NULL,
    header   BLOB NOT NULL,
    -- After the purge there is none of presence.
    body     BLOB,
    receipt  BLOB NOT NULL,
    PRIMARY KEY (station, sequence)
) STRICT;

CREATE TABLE trackers (
    tracker  BLOB PRIMARY KEY,
    station  TEXT NOT NULL,
    sequence INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What no two ballots of a station may share.
CREATE TABLE nonces (
    station TEXT NOT NULL,
    nonce   BLOB NOT NULL,
    PRIMARY KEY (station, nonce)
) STRICT, WITHOUT ROWID;

CREATE TABLE points (
    station TEXT NOT NULL,
    point   BLOB NOT NULL,
    PRIMARY KEY (station, point)
) STRICT, WITHOUT ROWID;

-- Who appears where: a person at two stations has two rows.
CREATE TABLE presence (
    pseudonym BLOB NOT NULL,
    station   TEXT NOT NULL,
    sequence  INTEGER NOT NULL,
    hour      TEXT NOT NULL,
    PRIMARY KEY (pseudonym, station)
) STRICT, WITHOUT ROWID;

CREATE TABLE leaves (
    idx  INTEGER PRIMARY KEY,
    hash BLOB NOT NULL
) STRICT;

-- Inner nodes and leaf hashes of the board's tree, numbered as tlog_tiles does.
CREATE TABLE nodes (
    idx  INTEGER PRIMARY KEY,
    hash BLOB NOT NULL
) STRICT;
