-- The ledger. Bytes are kept as they were received; every other table can be rebuilt from
-- consultation, stations and batches.

CREATE TABLE consultation (
    one        BIGINT PRIMARY KEY CHECK (one = 0),
    manifest   BYTEA NOT NULL,
    checkpoint TEXT,
    -- The list of web voters: the signed part, and the pseudonyms.
    web_header BYTEA,
    web_list   BYTEA,
    -- The registry's order to forget the links.
    purge      BYTEA
);

CREATE TABLE stations (
    station     TEXT PRIMARY KEY,
    certificate BYTEA NOT NULL,
    rotation    BYTEA NOT NULL,
    next        BIGINT NOT NULL,
    head        BYTEA NOT NULL,
    closed      BIGINT NOT NULL
);

CREATE TABLE batches (
    station  TEXT NOT NULL REFERENCES stations,
    sequence BIGINT NOT NULL,
    kind     TEXT NOT NULL,
    digest   BYTEA NOT NULL,
    header   BYTEA NOT NULL,
    -- After the purge there is none of presence.
    body     BYTEA,
    receipt  BYTEA NOT NULL,
    PRIMARY KEY (station, sequence)
);

CREATE TABLE trackers (
    tracker  BYTEA PRIMARY KEY,
    station  TEXT NOT NULL,
    sequence BIGINT NOT NULL
);

-- What no two ballots of a station may share.
CREATE TABLE nonces (
    station TEXT NOT NULL,
    nonce   BYTEA NOT NULL,
    PRIMARY KEY (station, nonce)
);

CREATE TABLE points (
    station TEXT NOT NULL,
    point   BYTEA NOT NULL,
    PRIMARY KEY (station, point)
);

-- Who appears where: a person at two stations has two rows.
CREATE TABLE presence (
    pseudonym BYTEA NOT NULL,
    station   TEXT NOT NULL,
    sequence  BIGINT NOT NULL,
    hour      TEXT NOT NULL,
    PRIMARY KEY (pseudonym, station)
);

CREATE TABLE leaves (
    idx  BIGINT PRIMARY KEY,
    hash BYTEA NOT NULL
);

-- Inner nodes and leaf hashes of the board's tree, numbered as tlog_tiles does.
CREATE TABLE nodes (
    idx  BIGINT PRIMARY KEY,
    hash BYTEA NOT NULL
);
