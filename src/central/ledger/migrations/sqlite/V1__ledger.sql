-- The ledger. Bytes are kept as they were received; every other table can be rebuilt from
-- consultation, stations, batches and decisions.

CREATE TABLE consultation (
    one        INTEGER PRIMARY KEY CHECK (one = 0),
    manifest   BLOB NOT NULL,
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
    closed      INTEGER NOT NULL,
    -- Leaves of the last board that it has said it has seen.
    seen        INTEGER NOT NULL,
    -- good, quarantined, revoked.
    standing    TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE batches (
    station  TEXT NOT NULL REFERENCES stations,
    sequence INTEGER NOT NULL,
    kind     TEXT NOT NULL,
    digest   BLOB NOT NULL,
    header   BLOB NOT NULL,
    -- None of presence: those are in presence_bodies.
    body     BLOB,
    receipt  BLOB NOT NULL,
    PRIMARY KEY (station, sequence)
) STRICT;

-- The bodies in which links travelled: alone, because they are destroyed together.
CREATE TABLE presence_bodies (
    station  TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    body     BLOB NOT NULL,
    PRIMARY KEY (station, sequence)
) STRICT;

CREATE TABLE trackers (
    tracker  BLOB PRIMARY KEY,
    station  TEXT NOT NULL,
    sequence INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What no two ballots of a station may share, 16 bytes each: of the station, and of a nonce or a random
-- point together with the station. Those of a station lie together, so that a batch touches few pages.
CREATE TABLE marks (
    mark BLOB PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- Who appears where: a person at two stations has two rows.
CREATE TABLE presence (
    pseudonym BLOB NOT NULL,
    station   TEXT NOT NULL,
    sequence  INTEGER NOT NULL,
    -- 2026-09-19T10
    hour      TEXT NOT NULL,
    area      TEXT NOT NULL,
    -- resident, attested, or a city user's reason: work, study, volunteering, domicile.
    admitted  TEXT NOT NULL,
    -- 1 for a paper ballot.
    paper     INTEGER NOT NULL,
    PRIMARY KEY (pseudonym, station)
) STRICT, WITHOUT ROWID;

-- Who voted, in the order in which the sequencer numbered them: stations ask for what is new.
CREATE TABLE voted (
    idx       INTEGER PRIMARY KEY,
    pseudonym BLOB NOT NULL,
    -- in-person, web.
    channel   TEXT NOT NULL
) STRICT;

CREATE INDEX voted_by_pseudonym ON voted (pseudonym);

-- Leaves and people that were accepted and that the sequencer has not placed yet: 32 bytes each.
CREATE TABLE unplaced (
    -- A station, or what else puts leaves on the board.
    source TEXT NOT NULL,
    number INTEGER NOT NULL,
    leaves BLOB NOT NULL,
    people BLOB NOT NULL,
    PRIMARY KEY (source, number)
) STRICT;

-- The last signed checkpoint.
CREATE TABLE board (
    one        INTEGER PRIMARY KEY CHECK (one = 0),
    checkpoint TEXT NOT NULL
) STRICT;

-- Which process places them, until when (milliseconds since 1970).
CREATE TABLE lease (
    one    INTEGER PRIMARY KEY CHECK (one = 0),
    holder TEXT NOT NULL,
    until  INTEGER NOT NULL
) STRICT;

CREATE TABLE leaves (
    idx  INTEGER PRIMARY KEY,
    hash BLOB NOT NULL
) STRICT;

CREATE INDEX leaves_by_hash ON leaves (hash);

-- Inner nodes and leaf hashes of the board's tree, numbered as tlog_tiles does.
CREATE TABLE nodes (
    idx  INTEGER PRIMARY KEY,
    hash BLOB NOT NULL
) STRICT;

-- Batches whose proofs are being checked, by whichever process takes them.
CREATE TABLE inbox (
    -- Of its bytes.
    digest   BLOB PRIMARY KEY,
    station  TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    bytes    BLOB NOT NULL,
    -- Milliseconds since 1970.
    arrived  INTEGER NOT NULL,
    taken    INTEGER NOT NULL
) STRICT;

-- What was put aside: kept whole, until the office decides.
CREATE TABLE aside (
    digest   BLOB PRIMARY KEY,
    station  TEXT NOT NULL,
    -- Of a batch; -1 for an introduction.
    sequence INTEGER NOT NULL,
    -- clone, quarantined, fork, rolled-back; judged for an introduction that a decision refused.
    why      TEXT NOT NULL,
    -- 1 if links travel in it.
    links    INTEGER NOT NULL,
    bytes    BLOB NOT NULL
) STRICT;

-- What the office should look at.
CREATE TABLE alarms (
    station  TEXT NOT NULL,
    why      TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    -- When first and last, milliseconds since 1970; how often.
    first    INTEGER NOT NULL,
    last     INTEGER NOT NULL,
    times    INTEGER NOT NULL,
    PRIMARY KEY (station, why, sequence)
) STRICT;

-- What the office decided, signed by the authority.
CREATE TABLE decisions (
    digest   BLOB PRIMARY KEY,
    station  TEXT NOT NULL,
    decision BLOB NOT NULL
) STRICT;

-- Whom an online station has before it.
CREATE TABLE claims (
    pseudonym BLOB PRIMARY KEY,
    station   TEXT NOT NULL,
    -- Until when it holds, and when the station asked: milliseconds since 1970.
    until     INTEGER NOT NULL,
    asked     INTEGER NOT NULL,
    -- 1 if the person voted there, until the presence batch tells of it.
    voted     INTEGER NOT NULL
) STRICT;

CREATE INDEX claims_by_station ON claims (station);

-- The package, after the count.
CREATE TABLE publication (
    one     INTEGER PRIMARY KEY CHECK (one = 0),
    package BLOB NOT NULL,
    summary TEXT NOT NULL
) STRICT;
