#!/usr/bin/env python3
"""A verifier of Seggio's public package, written from the documents alone.

    python3 docs/verify.py PACKAGE.zip [--fingerprint HEX] [--json]

It shares no line with the Rust program: package.md, ballots.md and the RFCs they name are all that it is
made from, so that a mistake of one is not a mistake of the other. Python 3.11, standard library only.
It ends with 0 if every check holds, 1 if one fails, 2 if there is nothing to check (arguments, no file).

Nothing here needs to be kept secret, so nothing runs in constant time.
"""

import argparse
import base64
import binascii
import hashlib
import hmac
import json
import math
import os
import re
import struct
import sys
import zlib

# --------------------------------------------------------------------------------------------------------
# Hashes


def sha256(data):
    """The digest of X, everywhere in the documents."""
    return hashlib.sha256(data).digest()


def hash_parts(domain, *parts):
    """H(domain; a, b, ...)."""
    return sha256(b"".join(struct.pack(">Q", len(p)) + p for p in (domain.encode(), *parts)))


MASK = (1 << 64) - 1
ROUND_CONSTANTS = [
    0x000000008000808B, 0x800000000000008B, 0x8000000000008089, 0x8000000000008003,
    0x8000000000008002, 0x8000000000000080, 0x000000000000800A, 0x800000008000000A,
    0x8000000080008081, 0x8000000000008080, 0x0000000080000001, 0x8000000080008008,
]  # the last twelve of Keccak-f[1600]
RATE = 168


def _rotations():
    """For each lane x + 5y: where pi puts it, and by how much rho turns it."""
    turns, x, y = [0] * 25, 1, 0
    for t in range(24):
        turns[x + 5 * y] = (t + 1) * (t + 2) // 2 % 64
        x, y = y, (2 * x + 3 * y) % 5
    return [(x + 5 * y, y + 5 * ((2 * x + 3 * y) % 5), turns[x + 5 * y]) for x in range(5) for y in range(5)]


MOVES = _rotations()


def keccak_12(a):
    """Keccak-p[1600, 12] on a list of 25 lanes, in place."""
    b = [0] * 25
    for constant in ROUND_CONSTANTS:
        c = [a[x] ^ a[x + 5] ^ a[x + 10] ^ a[x + 15] ^ a[x + 20] for x in range(5)]
        d = [c[x - 1] ^ ((c[(x + 1) % 5] << 1 | c[(x + 1) % 5] >> 63) & MASK) for x in range(5)]
        for source, target, turn in MOVES:
            lane = a[source] ^ d[source % 5]
            b[target] = (lane << turn | lane >> (64 - turn)) & MASK
        for y in range(0, 25, 5):
            r = b[y:y + 5]
            for x in range(5):
                a[y + x] = r[x] ^ (~r[(x + 1) % 5] & MASK & r[(x + 2) % 5])
        a[0] ^= constant


def turboshake128(data, length):
    """RFC 9861, domain byte 0x1F."""
    data = bytearray(data + b"\x1f")
    data += bytes(-len(data) % RATE)
    data[-1] ^= 0x80
    state = [0] * 25
    for start in range(0, len(data), RATE):
        for lane, word in enumerate(struct.unpack_from("<21Q", data, start)):
            state[lane] ^= word
        keccak_12(state)
    out = b""
    while True:
        out += struct.pack("<21Q", *state[:21])
        if len(out) >= length:
            return out[:length]
        keccak_12(state)


# --------------------------------------------------------------------------------------------------------
# The curve: edwards25519 in extended coordinates (X, Y, Z, T), and Ristretto255 over it (RFC 9496)

P = 2**255 - 19
Q = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P
D2 = 2 * D % P
SQRT_M1 = pow(2, (P - 1) // 4, P)
ZERO = (0, 1, 1, 0)


def add(p, q):
    x1, y1, z1, t1 = p
    x2, y2, z2, t2 = q
    a = (y1 - x1) * (y2 - x2) % P
    b = (y1 + x1) * (y2 + x2) % P
    c = D2 * t1 % P * t2 % P
    d = 2 * z1 * z2 % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def double(p):
    x, y, z, _ = p
    a, b, c = x * x % P, y * y % P, 2 * z * z % P
    h = a + b
    e = h - (x + y) * (x + y) % P
    g = a - b
    f = c + g
    return e * f % P, g * h % P, f * g % P, e * h % P


def negate(p):
    return -p[0] % P, p[1], p[2], -p[3] % P


def multiply(k, p):
    """kP with windows of four bits."""
    table = [ZERO, p]
    for _ in range(14):
        table.append(add(table[-1], p))
    out = ZERO
    for nibble in k.to_bytes((k.bit_length() + 7) // 8, "big").hex():
        out = double(double(double(double(out))))
        if nibble != "0":
            out = add(out, table[int(nibble, 16)])
    return out


def sum_of_products(pairs):
    """sum kP over pairs (k, P) by Pippenger's buckets."""
    pairs = [(k, p) for k, p in pairs if k]
    if not pairs:
        return ZERO
    width = max(2, min(12, len(pairs).bit_length() - 2))
    top = max(k.bit_length() for k, _ in pairs)
    out = ZERO
    for start in reversed(range(0, top, width)):
        for _ in range(width):
            out = double(out)
        buckets = [None] * (1 << width)
        for k, p in pairs:
            digit = k >> start & (1 << width) - 1
            if digit:
                held = buckets[digit]
                buckets[digit] = p if held is None else add(held, p)
        running = total = ZERO
        for held in reversed(buckets[1:]):
            if held is not None:
                running = add(running, held)
            total = add(total, running)
        out = add(out, total)
    return out


class Fixed:
    """A point with the table of 16^i j P: kP in 63 additions."""

    def __init__(self, p):
        self.point, self.rows = p, []
        for _ in range(64):
            row = [ZERO, p]
            for _ in range(14):
                row.append(add(row[-1], p))
            self.rows.append(row)
            p = double(row[8])

    def times(self, k):
        out, k = ZERO, k % Q
        for row in self.rows:
            if k & 15:
                out = add(out, row[k & 15])
            k >>= 4
        return out


def _recover_x(y, sign):
    """The x of an edwards25519 point, or None (RFC 8032, 5.1.3)."""
    u, v = (y * y - 1) % P, (D * y * y + 1) % P
    x = u * v**3 * pow(u * v**7 % P, (P - 5) // 8, P) % P
    if (v * x * x - u) % P:
        x = x * SQRT_M1 % P
        if (v * x * x - u) % P:
            return None
    if x == 0 and sign:
        return None
    return P - x if x & 1 != sign else x


BASE_Y = 4 * pow(5, -1, P) % P
BASE_X = _recover_x(BASE_Y, 0)
BASE = (BASE_X, BASE_Y, 1, BASE_X * BASE_Y % P)
G = Fixed(BASE)


def sqrt_ratio(u, v):
    """RFC 9496, 4.2: (was square, the non-negative root of u/v or of SQRT_M1 u/v)."""
    r = u * v**3 * pow(u * v**7 % P, (P - 5) // 8, P) % P
    check = v * r * r % P
    correct, flipped, flipped_i = check == u % P, check == -u % P, check == -u * SQRT_M1 % P
    if flipped or flipped_i:
        r = r * SQRT_M1 % P
    return correct or flipped, P - r if r & 1 else r


_, INVSQRT_A_MINUS_D = sqrt_ratio(1, (-1 - D) % P)


def ristretto_decode(data):
    """The point, or None if the 32 bytes are not its one encoding."""
    s = int.from_bytes(data, "little")
    if len(data) != 32 or s >= P or s & 1:
        return None
    ss = s * s % P
    u1, u2 = (1 - ss) % P, (1 + ss) % P
    u2_sqr = u2 * u2 % P
    v = (-(D * u1 * u1) - u2_sqr) % P
    was_square, invsqrt = sqrt_ratio(1, v * u2_sqr % P)
    den_x = invsqrt * u2 % P
    den_y = invsqrt * den_x * v % P
    x = 2 * s * den_x % P
    x = P - x if x & 1 else x
    y = u1 * den_y % P
    t = x * y % P
    if not was_square or t & 1 or y == 0:
        return None
    return x, y, 1, t


def ristretto_encode(p):
    x0, y0, z0, t0 = p
    u1, u2 = (z0 + y0) * (z0 - y0) % P, x0 * y0 % P
    _, invsqrt = sqrt_ratio(1, u1 * u2 * u2 % P)
    den1, den2 = invsqrt * u1 % P, invsqrt * u2 % P
    z_inv = den1 * den2 * t0 % P
    if t0 * z_inv % P & 1:
        x, y, den_inv = y0 * SQRT_M1 % P, x0 * SQRT_M1 % P, den1 * INVSQRT_A_MINUS_D % P
    else:
        x, y, den_inv = x0, y0, den2
    if x * z_inv % P & 1:
        y = -y % P
    s = den_inv * (z0 - y) % P
    return (P - s if s & 1 else s).to_bytes(32, "little")


def is_identity(p):
    """Whether p is the identity of Ristretto255: any of the four points of its class."""
    return p[0] == 0 or p[1] == 0


def same(p, q):
    """Equality of Ristretto255 (RFC 9496, 4.3.3)."""
    return (p[0] * q[1] - p[1] * q[0]) % P == 0 or (p[0] * q[0] - p[1] * q[1]) % P == 0


IDENTITY = bytes(32)


def scalar(data):
    """A canonical scalar, or None."""
    k = int.from_bytes(data, "little")
    return k if len(data) == 32 and k < Q else None


def _ed25519_point(data):
    y, sign = int.from_bytes(data, "little") & (1 << 255) - 1, data[31] >> 7
    x = _recover_x(y, sign) if y < P else None
    return None if x is None else (x, y, 1, x * y % P)


def ed25519_ok(key, message, signature):
    """Strict: canonical encodings, no point of small order, the equation without its cofactor."""
    if len(key) != 32 or len(signature) != 64:
        return False
    a, r, s = _ed25519_point(key), _ed25519_point(signature[:32]), scalar(signature[32:])
    if a is None or r is None or s is None:
        return False
    for p in (a, r):
        if multiply(8, p)[0] == 0:
            return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % Q
    x, y, z, _ = add(G.times(s), negate(add(r, multiply(h, a))))
    return x == 0 and y == z


# --------------------------------------------------------------------------------------------------------
# Deterministic CBOR


class Refused(Exception):
    """A check that does not hold, and why."""


def _head(major, n):
    for limit, code, size in ((24, None, 0), (1 << 8, 24, 1), (1 << 16, 25, 2), (1 << 32, 26, 4), (1 << 64, 27, 8)):
        if n < limit:
            return bytes([major << 5 | (n if code is None else code)]) + (n.to_bytes(size, "big") if size else b"")
    raise Refused("a number of more than 64 bits")


def encode(v):
    if v is None or v is True or v is False:
        return {None: b"\xf6", True: b"\xf5", False: b"\xf4"}[v]
    if isinstance(v, int):
        return _head(0, v)
    if isinstance(v, bytes):
        return _head(2, len(v)) + v
    if isinstance(v, str):
        return _head(3, len(v.encode())) + v.encode()
    if isinstance(v, (list, tuple)):
        return _head(4, len(v)) + b"".join(map(encode, v))
    if v == {}:
        return b"\xa0"
    raise Refused("not a value of the format")


def _item(data, at, depth):
    if at >= len(data) or depth > 32:
        raise Refused("the CBOR ends too early or is too deep")
    major, low, at = data[at] >> 5, data[at] & 31, at + 1
    if major == 7:
        if low in (20, 21, 22):
            return {20: False, 21: True, 22: None}[low], at
        raise Refused("CBOR of a kind that is not used")
    if low < 24:
        n = low
    elif low < 28:
        size = 1 << low - 24
        n, at = int.from_bytes(data[at:at + size], "big"), at + size
    else:
        raise Refused("CBOR without a definite length")
    if major == 0:
        return n, at
    if major in (2, 3):
        if n > len(data) - at:
            raise Refused("the CBOR ends too early")
        raw = data[at:at + n]
        try:
            return (raw if major == 2 else raw.decode()), at + n
        except UnicodeDecodeError:
            raise Refused("a text that is not UTF-8") from None
    if major == 4:
        items = []
        for _ in range(n):
            v, at = _item(data, at, depth + 1)
            items.append(v)
        return items, at
    if major == 5 and n == 0:
        return {}, at
    raise Refused("CBOR of a kind that is not used")


def decode(data):
    v, at = _item(data, 0, 0)
    if at != len(data) or encode(v) != data:
        raise Refused("the CBOR is not in its one canonical form")
    return v


# Shapes: a shape takes a value, refuses it or gives it back.


def uint(v):
    if type(v) is not int:
        raise Refused("a number was expected")
    return v


def text(v):
    if type(v) is not str:
        raise Refused("a text was expected")
    return v


def boolean(v):
    if type(v) is not bool:
        raise Refused("true or false was expected")
    return v


def anything(v):
    return v


def some_bytes(v):
    if type(v) is not bytes:
        raise Refused("a byte string was expected")
    return v


def b32(v):
    if type(v) is not bytes or len(v) != 32:
        raise Refused("a byte string of 32 was expected")
    return v


def below(n):
    def shape(v):
        if uint(v) >= n:
            raise Refused(f"the number {v} has no meaning here")
        return v
    return shape


def many(of):
    def shape(v):
        if type(v) is not list:
            raise Refused("an array was expected")
        return [of(x) for x in v]
    return shape


def maybe(of):
    return lambda v: None if v is None else of(v)


def record(*of, left_out=0):
    """An array of these places; the last `left_out` may be missing, and are None then."""
    def shape(v):
        if type(v) is not list or not len(of) - left_out <= len(v) <= len(of):
            raise Refused(f"an array of {len(of)} was expected")
        if left_out and len(v) > len(of) - left_out and v[-1] is None:
            raise Refused("an absent last field is left out")
        return [s(x) for s, x in zip(of, v)] + [None] * (len(of) - len(v))
    return shape


def variant(*contents):
    def shape(v):
        number, content = record(below(len(contents)), anything)(v)
        return [number, contents[number](content)]
    return shape


def hour(v):
    found = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3])", text(v), re.ASCII)
    year, month, day = map(int, found.groups()[:3]) if found else (0, 0, 0)
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    days = [31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    if not (1 <= month <= 12 and 1 <= day <= days[month - 1]):
        raise Refused("an hour was expected")
    return v


u16, u32_number = below(1 << 16), below(1 << 32)
TEXTS = many(record(below(7), text))
METHOD = variant(record(u32_number, u32_number, uint, left_out=1), record(),
                 record(u32_number, u32_number, boolean), record(u32_number), record(many(u32_number), boolean))
OPTION = record(text, TEXTS, TEXTS, maybe(uint), boolean)
QUESTION = record(text, TEXTS, METHOD, boolean, many(OPTION))
CONSULTATION = record(
    text, TEXTS, text, many(below(7)), many(record(text, text)), anything, anything, anything, many(QUESTION),
    maybe(record(text, uint, uint, uint)),
    maybe(record(below(2), below(2), uint, variant(record(text), record()))),
    record(below(2), below(2)), anything, anything, record(uint, below(2)), anything)
MANIFEST = record(
    below(2), CONSULTATION, record(b32, u16, many(record(u16, text, b32, b32)), b32),
    record(b32, b32, text, text), record(text, b32, b32, text))
CERTIFICATE = record(b32, text, below(3), b32, text, left_out=1)
ROTATION = record(b32, text, b32)
HEADER = record(b32, text, uint, b32, below(5), uint, b32, text, left_out=1)
COUNTS = record(*[uint] * 10)
PAPER = record(uint, uint, variant(record(many(many(uint))), record()))
MINUTES = record(u32_number, hour, hour, COUNTS, uint, uint, uint, b32, boolean, uint, maybe(PAPER),
                 below(5), left_out=2)
OPENING = record(some_bytes, b32, many(some_bytes))
ROWS = {1: many(some_bytes), 3: MINUTES, 4: many(record(OPENING, some_bytes))}
OFFER = record(b32, text, b32)
BALLOT = record(b32, text, b32, many(some_bytes), some_bytes)
WEB_LIST = record(b32, uint, b32)
DECISION = record(b32, text, variant(record(b32, many(b32)), record()), text)
SETTLEMENT = record(
    b32, many(record(text, b32, uint, uint, uint, many(record(below(4), uint)))), text,
    record(below(2), below(2)), many(record(b32, below(4))), uint, record(b32, uint, uint), left_out=1)
PARTIAL = record(b32, b32, u16, many(many(many(record(b32, some_bytes)))))

PROTECTED = b"\xa1\x01\x27"


def signed(data, domain):
    """The unread payload of a COSE_Sign1, and what is still to be verified of it."""
    v = decode(data)
    if type(v) is not list or len(v) != 4 or v[0] != PROTECTED or v[1] != {} or type(v[1]) is not dict:
        raise Refused("not a signed object")
    payload, signature = some_bytes(v[2]), some_bytes(v[3])
    return payload, encode(["Signature1", PROTECTED, domain.encode(), payload]), signature


def opened(data, domain, key, shape):
    """The payload of a signed object: first the signature, then the content."""
    payload, message, signature = signed(data, domain)
    if not ed25519_ok(key, message, signature):
        raise Refused("the signature does not verify")
    return shape(decode(payload))


# --------------------------------------------------------------------------------------------------------
# The zip and the board


def write_zip(files):
    """The one canonical form of these files."""
    body, directory = bytearray(), bytearray()
    for name in sorted(files):
        data, at = files[name], len(body)
        flags = 0 if name.isascii() else 0x0800
        common = struct.pack("<HHHHHIIIHH", 10, flags, 0, 0, 0x0021, zlib.crc32(data), len(data), len(data), len(name), 0)
        body += b"PK\x03\x04" + common + name + data
        directory += (b"PK\x01\x02" + struct.pack("<H", 0x030A) + common
                      + struct.pack("<HHHII", 0, 0, 0, 0o100644 << 16, at) + name)
    end = struct.pack("<HHHHIIH", 0, 0, len(files), len(files), len(directory), len(body), 0)
    return bytes(body + directory + b"PK\x05\x06" + end)


def read_zip(data):
    """Read from the front, then written again: what is not the canonical form differs."""
    files, at = {}, 0
    while data[at:at + 4] == b"PK\x03\x04" and at + 30 <= len(data):
        size, name_size = struct.unpack_from("<IH", data, at + 22)
        name = data[at + 30:at + 30 + name_size]
        if name in files:
            raise Refused("the archive holds a name twice")
        files[name] = data[at + 30 + name_size:at + 30 + name_size + size]
        at += 30 + name_size + size
    try:
        canonical = write_zip(files) == data
    except struct.error:
        canonical = False
    if not canonical:
        raise Refused("the archive is not in its one canonical form")
    try:
        return {name.decode("utf-8"): content for name, content in files.items()}
    except UnicodeDecodeError:
        raise Refused("a name in the archive is not UTF-8") from None


class Tree:
    """RFC 6962: the root of the first n leaves, for any n."""

    def __init__(self, leaves):
        self.count = len(leaves)
        self.levels = [[sha256(b"\0" + leaf) for leaf in leaves]]
        while len(self.levels[-1]) > 1:
            row = self.levels[-1]
            self.levels.append([sha256(b"\1" + row[i] + row[i + 1]) for i in range(0, len(row) - 1, 2)])

    def root(self, n):
        if n == 0:
            return sha256(b"")
        peaks, start = [], 0
        for level in reversed(range(n.bit_length())):
            if n >> level & 1:
                peaks.append(self.levels[level][start >> level])
                start += 1 << level
        out = peaks.pop()
        while peaks:
            out = sha256(b"\1" + peaks.pop() + out)
        return out


def _base64(t):
    try:
        raw = base64.b64decode(t, validate=True)
    except (binascii.Error, ValueError):
        raise Refused("base64 was expected") from None
    if base64.b64encode(raw).decode() != t:
        raise Refused("base64 was expected")
    return raw


def checkpoint(note, origin, key):
    """(size, root) of a signed note of the board."""
    try:
        note = note.decode() if isinstance(note, bytes) else note
    except UnicodeDecodeError:
        raise Refused("the checkpoint is not UTF-8") from None
    lines = note.split("\n")
    if len(lines) != 6 or lines[3] != "" or lines[5] != "" or lines[0] != origin:
        raise Refused("the checkpoint is not a signed note of this board")
    if not re.fullmatch(r"0|[1-9][0-9]{0,18}", lines[1], re.ASCII):
        raise Refused("the checkpoint's size is not a number")
    root, prefix = _base64(lines[2]), f"\u2014 {origin} "
    if len(root) != 32 or not lines[4].startswith(prefix):
        raise Refused("the checkpoint is not a signed note of this board")
    blob = _base64(lines[4][len(prefix):])
    message = "".join(line + "\n" for line in lines[:3]).encode()
    if blob[:4] != sha256(origin.encode() + b"\n\x01" + key)[:4] or not ed25519_ok(key, message, blob[4:]):
        raise Refused("the checkpoint's signature does not verify")
    return int(lines[1]), root


# --------------------------------------------------------------------------------------------------------
# Methods: bits, equations, targets


def number_weights(n):
    """The weights of the bits of a number in 0 ..= n."""
    weights, i = [], 0
    while n:
        weights.append(min(1 << i, n))
        n, i = n - weights[-1], i + 1
    return weights


class Equation:
    """sum a_j v_j = c over bits; and the same, without slack, over targets."""

    def __init__(self, values, c, room):
        self.values, self.c, self.room, self.terms = values, c, room, []


class Plan:
    """What a method and its options ask of an answer.

    `targets`: for each target its bits as (bit, weight). `equations`: with `terms` (bit, coefficient) and
    `values` (target, factor). `options`: how many targets each option has (the ranks for priority).
    """

    def __init__(self, method, blank, costs):
        (kind, rule), m = method, len(costs)
        self.blank, self.points, self.targets, self.equations, bits = blank, None, [], [], 0

        def number(n):
            nonlocal bits
            weights = number_weights(n)
            out = [(bits + j, w) for j, w in enumerate(weights)]
            bits += len(weights)
            return out

        if kind in (0, 1):
            self.targets = [number(1) for _ in range(m)]
            least, most, cap = (*rule, None)[:3] if kind == 0 else (1, 1, None)
            self._equation([(i, 1) for i in range(m)], most, most - least)
            if cap is not None and sum(costs) > cap:
                unit = math.gcd(*costs)
                c = cap // unit
                self._equation([(i, cost // unit) for i, cost in enumerate(costs) if cost], c, c)
        elif kind == 2:
            total, each, whole = rule
            self.targets = [number(each) for _ in range(m)]
            self._equation([(i, 1) for i in range(m)], total, 0 if whole else total - 1)
        elif kind == 3:
            self.targets = [number(rule[0]) for _ in range(m)]
            if blank:
                self._equation([(i, 1) for i in range(m)], m * rule[0], m * rule[0])
        else:
            self.points, partial = rule
            ranks = len(self.points)
            bits = ranks * m
            self.targets = [[(k * m + i, 1)] for i in range(m) for k in range(ranks)]
            for k in range(ranks):
                self._equation([(i * ranks + k, 1) for i in range(m)], 1, 1 if partial else 0)
            for i in range(m):
                self._equation([(i * ranks + k, 1) for k in range(ranks)], 1,
                               0 if ranks == m and not partial else 1)
            if partial:
                self._equation([(t, 1) for t in range(ranks * m)], ranks, ranks - 1)
        for equation in self.equations:
            values = [(bit, weight * factor) for target, factor in equation.values
                      for bit, weight in self.targets[target]]
            equation.terms = sorted(values) + number(equation.room)
        if blank:
            for equation in self.equations:
                equation.terms.append((bits, equation.c))
            self.targets.append([(bits, 1)])
            bits += 1
        self.bits = bits

    def _equation(self, values, c, room):
        if room < 0 or c < 0:
            raise Refused("a question's method contradicts itself")
        self.equations.append(Equation(values, c, room))

    def holds(self, bits):
        """Whether these bits satisfy every equation."""
        return all(sum(a * bits[bit] for bit, a in e.terms) == e.c for e in self.equations)

    def possible(self, ballots, totals):
        """Whether so many ballots can give these totals of the targets."""
        if len(totals) != len(self.targets):
            return False
        blank = totals[-1] if self.blank else 0
        answered = ballots - blank
        if answered < 0:
            return False
        values = totals[:-1] if self.blank else totals
        if any(t > answered * sum(w for _, w in target) for t, target in zip(values, self.targets)):
            return False
        return all((e.c - e.room) * answered <= sum(f * values[t] for t, f in e.values) <= e.c * answered
                   for e in self.equations)


# --------------------------------------------------------------------------------------------------------
# The proofs

SUFFIX = b" DSFS-with-sigma-proofs_TurboShake128_Ristretto255"
ZERO_PAD = bytes(136)


def proof_tag(name, *parts):
    return name.encode() + SUFFIX + b"".join(struct.pack(">Q", len(p)) + p for p in parts)


def proof_session(tag):
    return turboshake128(b"irtf-cfrg-fiat-shamir/session-id" + ZERO_PAD + tag, 32)


def u32(n):
    return struct.pack("<I", n)


def coefficient(k):
    """Big-endian: inside proofs scalars are the other way round than everywhere else."""
    return (k % Q).to_bytes(32, "big")


def ballot_rows(plans):
    """The rows of a ballot's relation: (image [(element, coefficient)], terms [(scalar, element)])."""
    n, rows, first, e = sum(plan.bits for plan in plans), [], 0, 0
    for i in range(n):
        r, b = 3 + 2 * i, 4 + 2 * i
        rows += [([(r, 1)], [(3 * i + 1, 1)]),
                 ([(b, 1)], [(3 * i, 1), (3 * i + 1, 2)]),
                 ([(r, 1)], [(3 * i, r), (3 * i + 2, 1)]),
                 ([(b, 1)], [(3 * i, b), (3 * i + 2, 2)])]
    for plan in plans:
        for equation in plan.equations:
            rows.append(([(3 + 2 * (first + j), a) for j, a in equation.terms], [(3 * n + e, 1)]))
            rows.append(([(4 + 2 * (first + j), a) for j, a in equation.terms] + [(1, -equation.c)],
                         [(3 * n + e, 2)]))
            e += 1
        first += plan.bits
    return rows


PARTIAL_ROWS = [([(2, 1)], [(0, 1)]), ([(4, 1)], [(0, 3)])]


class Relation:
    """Rows with the part of the instance that does not change from ballot to ballot."""

    def __init__(self, rows):
        self.rows = rows
        self.scalars = 1 + max((s for _, terms in rows for s, _ in terms), default=-1)
        out = [u32(len(rows))]
        for image, terms in rows:
            out += [u32(len(image))] + [u32(e) + coefficient(a) for e, a in image]
            out += [u32(len(terms))] + [u32(s) + u32(e) + coefficient(1) for s, e in terms]
        self.head = b"".join(out)

    def challenge(self, tag, elements, commitments):
        """`elements`: the encodings from element 2 on."""
        data = proof_session(tag) + ZERO_PAD + self.head + b"".join(elements) + commitments
        return int.from_bytes(turboshake128(data, 48), "little") % Q

    def equation(self, tag, elements, points, proof):
        """Pairs (k, P), G's and K's scalars: their sum is the identity if the proof holds.

        Each row is multiplied by a random number of 128 bits, so that one sum speaks for all rows.
        """
        size = 32 * len(self.rows)
        if len(proof) != size + 32 * self.scalars:
            raise Refused("the proof has the wrong length")
        z = [scalar(proof[i:i + 32][::-1]) for i in range(size, len(proof), 32)]  # big-endian
        commitments = [ristretto_decode(proof[i:i + 32]) for i in range(0, size, 32)]
        if None in z or None in commitments:
            raise Refused("the proof holds what is no canonical point or scalar")
        c = self.challenge(tag, elements, proof[:size])
        sums, pairs = [0] * (2 + len(points)), []
        for (image, terms), commitment in zip(self.rows, commitments):
            weight = int.from_bytes(os.urandom(16), "little") | 1
            for s, e in terms:
                sums[e] += weight * z[s]
            for e, a in image:
                sums[e] -= weight * c % Q * a
            pairs.append((weight, negate(commitment)))
        pairs += [(sums[2 + j] % Q, p) for j, p in enumerate(points)]
        return pairs, sums[1] % Q


PARTIAL_RELATION = Relation(PARTIAL_ROWS)


class Ballot:
    """A sealed ballot as it is read: every point canonical, none the identity, no R twice."""

    def __init__(self, data, station, world):
        self.data, self.tracker = data, sha256(data)
        try:
            fingerprint, name, self.nonce, answers, self.proof = BALLOT(decode(data))
            if fingerprint != world.fingerprint:
                raise Refused("it is of another consultation")
            if name != station:
                raise Refused("it is of another station")
            if [len(a) for a in answers] != [64 * plan.bits for plan in world.plans]:
                raise Refused("it has not the questions and bits of the manifest")
            self.elements = [a[i:i + 32] for a in answers for i in range(0, len(a), 32)]
            self.rs = self.elements[::2]
            self.points = [ristretto_decode(e) for e in self.elements]
            if None in self.points or IDENTITY in self.elements:
                raise Refused("a point is not canonical, or is the identity")
            if len(set(self.rs)) != len(self.rs):
                raise Refused("a point R stands in it twice")
        except Refused as why:
            raise Refused(f"ballot {self.tracker.hex()} of {station}: {why}") from None
        self.station, self.answers = station, answers
        self.tag = proof_tag("seggio/ballot/1", fingerprint, name.encode(), self.nonce)

    def equation(self, world):
        pairs, g = world.relation.equation(self.tag, [world.key_bytes] + self.elements,
                                           [world.key.point] + self.points, self.proof)
        return pairs, g


def proofs_hold(ballots, world):
    """All in one sum; K's products are put together first."""
    pairs, g, k = [], 0, 0
    for ballot in ballots:
        own, more = ballot.equation(world)
        g, at = g + more, len(world.relation.rows)
        k += own[at][0]
        pairs += own[:at] + own[at + 1:]
    return is_identity(add(add(sum_of_products(pairs), G.times(g)), world.key.times(k)))


def check_proofs(ballots, world):
    for start in range(0, len(ballots), 64):
        batch = ballots[start:start + 64]
        try:
            if proofs_hold(batch, world):
                continue
        except Refused:
            pass
        for ballot in batch:
            try:
                if not proofs_hold([ballot], world):
                    raise Refused("the proof does not verify")
            except Refused as why:
                raise Refused(f"ballot {ballot.tracker.hex()} of {ballot.station}: {why}") from None


def bit_randomness(seed, question, bit):
    message = b"seggio/ballot-randomness/1" + struct.pack(">QQ", question, bit)
    return int.from_bytes(hmac.new(seed, message, "sha512").digest(), "little") % Q


def encrypt(v, r, key):
    """(R, B) of one bit, encoded; `key` is K as a Fixed."""
    b = key.times(r)
    return ristretto_encode(G.times(r)), ristretto_encode(add(b, BASE) if v else b)


def lagrange(indices, at=0):
    """For each index its factor in the interpolation at `at`."""
    out = []
    for i in indices:
        top = bottom = 1
        for j in indices:
            if j != i:
                top, bottom = top * (at - j) % Q, bottom * (i - j) % Q
        out.append(top * pow(bottom, -1, Q) % Q)
    return out


def small_log(p, greatest):
    """The t in 0 ..= greatest with p = tG, or None: baby steps and giant steps."""
    step = math.isqrt(greatest) + 1
    table, q = {}, ZERO
    for t in range(step):
        table.setdefault(ristretto_encode(q), t)
        q = add(q, BASE)
    back = negate(q)
    for giant in range(greatest // step + 1):
        t = table.get(ristretto_encode(p))
        if t is not None and giant * step + t <= greatest:
            return giant * step + t
        p = add(p, back)
    return None


# --------------------------------------------------------------------------------------------------------
# The outcome


def cents(n):
    return f"{n // 100}.{n % 100:02}"


def drawn_value(v):
    if type(v) is not str or not v or v != v.strip() or "|" in v or any(
            ord(ch) < 32 or 127 <= ord(ch) < 160 for ch in v):
        raise Refused("the drawn value is not one")
    return v


def outcome_of(world, votes, value):
    """The bytes of outcome.json from the votes of the budget's question."""
    if world.budget is None or world.outcome is None:
        return b"null\n"
    stop, zero_skip, least, (by_id, names) = world.outcome
    costs = {o[0]: o[3] for o in world.questions[world.budget_question][4]}
    if None in costs.values():
        raise Refused("an option of the budget's question has no cost")
    total = left = world.budget[1]
    groups = {}
    for name, n in votes.items():
        if n >= least and not (zero_skip and n == 0):
            groups.setdefault(n, []).append(name)
    funded, ties, draws, undecided, ended = [], [], [], False, False
    for n in sorted(groups, reverse=True):
        group = sorted(groups[n], key=str.encode)
        if ended:
            break
        fitting = [name for name in group if costs[name] <= left]
        # Whoever fits could come first, and somebody could come last: the order matters if some fit, not all.
        tight = sum(costs[name] for name in (group if stop else fitting)) > left
        if fitting and tight:
            ties.append(list(group))
            if not by_id:
                if value is None:
                    undecided = True
                    break  # what this group takes decides what is left for those after it
                else:
                    group.sort(key=lambda name: hashlib.sha256(f"{value}|{name}".encode()).hexdigest())
                    draws.append({"draw": names[0], "value": value, "order": list(group)})
        for name in group:
            if costs[name] <= left:
                funded.append(name)
                left -= costs[name]
            elif stop:
                ended = True
                break
    out = {"funded": funded, "spent": cents(total - left), "left": cents(left),
           "votes": {name: votes[name] for name in sorted(votes, key=str.encode)},
           "ties": ties, "draws": draws, "undecided": undecided}
    return (json.dumps(out, indent=2, ensure_ascii=False) + "\n").encode()


# --------------------------------------------------------------------------------------------------------
# The checks, in the order of package.md

KINDS = ["presence", "ballots", "registrations", "minutes", "openings"]
WITH_BODY = (1, 3, 4)
NAME = "[a-z0-9][a-z0-9-]{0,39}"  # of a station
FIXED_FILES = ["board/checkpoint", "board/leaves", "manifest.cose", "outcome.json", "settlement.cose", "totals.cbor"]


class Station:
    def __init__(self, name):
        self.name, self.headers, self.bodies, self.files = name, {}, {}, {}
        self.ballots, self.openings, self.minutes = [], [], []
        self.people = 0

    def batches(self):
        return sorted(self.headers)

    @property
    def closed(self):
        return bool(self.minutes) and self.minutes[-1][1][8] and self.minutes[-1][0] == max(self.headers)

    def sum_of(self, place):
        return sum(m[3][place] for _, m in self.minutes)

    @property
    def paper(self):
        """(found - void, [] where sealed or the amounts by question), or None."""
        last = self.minutes[-1][1][10] if self.minutes else None
        return None if last is None else (max(0, last[0] - last[1]), last[2][1][0] if last[2][0] == 0 else None)

    @property
    def sealed_from_paper(self):
        return self.paper[0] if self.paper and self.paper[1] is None else 0


def total_of(plan, question, amounts):
    """[question id, [[option id or null, total, ranks], ...]] of a question's amounts by target."""
    ranks = len(plan.points) if plan.points is not None else 1
    out = []
    for i, option in enumerate(question[4]):
        own = amounts[i * ranks:(i + 1) * ranks]
        if plan.points is None:
            out.append([option[0], own[0], []])
        else:
            out.append([option[0], sum(p * n for p, n in zip(plan.points, own)), own])
    if plan.blank:
        out.append([None, amounts[-1], []])
    return [question[0], out]


class World:
    """One package under its checks: a method for each row of the table in package.md."""

    def __init__(self, data, fingerprint):
        self.data, self.given = data, fingerprint
        self.fingerprint = b""

    # -- what is there

    def package(self):
        self.files = read_zip(self.data)
        for name in FIXED_FILES:
            if name not in self.files:
                raise Refused(f"{name} is missing")
        if len(self.files["board/leaves"]) % 32:
            raise Refused("board/leaves is not made of leaves of 32 bytes")
        self.stations, self.partial_files = {}, {}
        self.decided, self.refused = [], []
        for name, content in self.files.items():
            if name in FIXED_FILES or name == "board/web-list.cose":
                continue
            if found := re.fullmatch(r"board/(decisions|refused)/([0-9a-f]{64})\.cose", name):
                if found[2] != sha256(content).hex():
                    raise Refused(f"{name} is not named by its digest")
                (self.decided if found[1] == "decisions" else self.refused).append(content)
                continue
            if found := re.fullmatch(r"partials/([^/]+)\.cose", name):
                self.partial_files[found[1]] = content
            elif found := re.fullmatch(rf"stations/({NAME})/(certificate|rotation)\.cose", name):
                self._station(found[1]).files[found[2]] = content
            elif found := re.fullmatch(rf"stations/({NAME})/([0-9]{{6,}})\.([a-z]+)\.(header\.cose|body\.cbor)", name):
                self._batch(name, *found.groups(), content)
            else:
                raise Refused(f"{name} does not belong in a package")
        self.stations = dict(sorted(self.stations.items(), key=lambda s: s[0].encode()))
        for station in self.stations.values():
            if set(station.files) != {"certificate", "rotation"}:
                raise Refused(f"stations/{station.name} lacks its certificate or its rotation")
            for key in station.bodies:
                if key not in [(s, k) for s, (k, _) in station.headers.items()]:
                    raise Refused(f"stations/{station.name} has a body without a header")
        return f"{len(self.files)} files of {len(self.stations)} stations"

    def _station(self, name):
        return self.stations.setdefault(name, Station(name))

    def _batch(self, name, station, digits, kind, what, content):
        sequence = int(digits)
        if kind not in KINDS or digits != f"{sequence:06}":
            raise Refused(f"{name} does not belong in a package")
        number, station = KINDS.index(kind), self._station(station)
        if what == "body.cbor":
            if number not in WITH_BODY:
                raise Refused(f"{name} is not public")
            station.bodies[sequence, number] = content
        elif sequence in station.headers:
            raise Refused(f"{name} is a second batch of this sequence")
        else:
            station.headers[sequence] = (number, content)

    def manifest(self):
        data = self.files["manifest.cose"]
        payload, message, signature = signed(data, "seggio/manifest/1")
        mode, consultation, tally, commission, server = MANIFEST(decode(payload))
        self.authority, self.registry = commission[0], commission[1]
        if not ed25519_ok(self.authority, message, signature):
            raise Refused("the signature does not verify")
        self.fingerprint = sha256(data)
        self.key_bytes, self.k, self.trustees, _ = tally
        self.board_key, self.origin = server[2], server[3]
        self.areas = [code for code, _ in consultation[4]]
        self.questions, self.budget, self.outcome, self.policy = consultation[8:12]
        self.minimum, self.by_area = consultation[14]
        self.plans = []
        for question in self.questions:
            costs = [option[3] for option in question[4]]
            method = question[2]
            if method[0] == 0 and method[1][2] is not None and None in costs:
                raise Refused("a question with a cap has an option without a cost")
            if method[0] == 2 and method[1][0] == 0 or method[0] == 4 and not 1 <= len(method[1][0]) <= len(costs):
                raise Refused("a question without points, or with more ranks than options")
            self.plans.append(Plan(method, question[3], costs))
            if len({option[0] for option in question[4]}) != len(question[4]):
                raise Refused("two options with one id")
        ids = [question[0] for question in self.questions]
        if len(set(ids)) != len(ids) or len(set(self.areas)) != len(self.areas) or not ids:
            raise Refused("two questions, or two areas, with one id")
        if (self.budget is None) != (self.outcome is None) or self.budget and self.budget[0] not in ids:
            raise Refused("the budget names no question")
        self.budget_question = ids.index(self.budget[0]) if self.budget else None
        self.live = mode == 0
        if mode == 0 and self.minimum < 10:
            raise Refused("a live consultation counts at least 10 ballots together")
        self.relation = Relation(ballot_rows(self.plans))
        return f"{consultation[0]}, {'training' if mode else 'live'}, {len(ids)} questions"

    def check_fingerprint(self):
        if self.given is not None and self.given != self.fingerprint:
            raise Refused(f"the manifest's is {self.fingerprint.hex()}")
        return self.fingerprint.hex() + ("" if self.given else " (none was given: compare it)")

    def tally_key(self):
        n, indices = len(self.trustees), [t[0] for t in self.trustees]
        if not 2 <= self.k <= n:
            raise Refused(f"{self.k} of {n} trustees")
        if self.live and 2 * self.k <= n:
            raise Refused(f"{self.k} of {n}: two groups of trustees could count twice")
        if indices != list(range(1, n + 1)):
            raise Refused("the indices of the trustees are not 1 to n")
        for place, what in ((1, "name"), (2, "signing key")):
            if len({t[place] for t in self.trustees}) != n:
                raise Refused(f"two trustees with one {what}")
        encodings = [self.key_bytes] + [t[3] for t in self.trustees]
        points = [ristretto_decode(e) for e in encodings]
        if None in points or IDENTITY in encodings:
            raise Refused("the key or a verification share is no point, or the identity")
        base = list(range(1, self.k + 1))
        for at in [0] + list(range(self.k + 1, n + 1)):
            value = sum_of_products(zip(lagrange(base, at), points[1:self.k + 1]))
            if not same(value, points[at]):
                raise Refused("key and verification shares do not lie on one polynomial")
        self.key, self.shares = Fixed(points[0]), points[1:]
        return f"{self.k} of {n}"

    # -- stations and their chains

    def certificates(self):
        seen = set()
        for station in self.stations.values():
            fingerprint, name, _, station.bundle_key, station.area = self._of(
                station.name, station.files["certificate"], "seggio/certificate/1", self.authority, CERTIFICATE)
            self._same(station.name, fingerprint, name)
            if station.area is None and self.by_area or station.area is not None and station.area not in self.areas:
                raise Refused(f"{station.name}: its area is missing or unknown")
            if station.bundle_key in seen:
                raise Refused(f"{station.name}: its bundle key is another station's too")
            seen.add(station.bundle_key)
        return f"{len(seen)}"

    def _of(self, where, data, domain, key, shape):
        try:
            return opened(data, domain, key, shape)
        except Refused as why:
            raise Refused(f"{where}: {why}") from None

    def _same(self, where, fingerprint, name):
        if fingerprint != self.fingerprint:
            raise Refused(f"{where}: of another consultation")
        if name != where:
            raise Refused(f"{where}: of another station")

    def rotations(self):
        seen = set()
        for station in self.stations.values():
            fingerprint, name, station.key = self._of(
                station.name, station.files["rotation"], "seggio/rotation/1", station.bundle_key, ROTATION)
            self._same(station.name, fingerprint, name)
            if station.key in seen:
                raise Refused(f"{station.name}: its key is another station's too")
            seen.add(station.key)
        return f"{len(seen)}"

    def headers(self):
        for station in self.stations.values():
            station.read = {}
            for sequence in station.batches():
                kind, data = station.headers[sequence]
                where = f"{station.name}, batch {sequence}"
                header = self._of(where, data, "seggio/batch/1", station.key, HEADER)
                if (header[2], header[4]) != (sequence, kind):
                    raise Refused(f"{where}: sequence or kind are not those of the file's name")
                station.read[sequence] = header
        return f"{sum(len(s.headers) for s in self.stations.values())}"

    def chains(self):
        for station in self.stations.values():
            previous = sha256(station.files["rotation"])
            for place, sequence in enumerate(station.batches()):
                header, where = station.read[sequence], f"{station.name}, batch {sequence}"
                if header[0] != self.fingerprint or header[1] != station.name:
                    raise Refused(f"{where}: of another consultation or station")
                if sequence != place or header[3] != previous:
                    raise Refused(f"{where}: the chain is broken")
                previous = sha256(station.headers[sequence][1])
                if header[4] == 0:
                    station.people += header[5]
            station.head = previous

    def bodies(self):
        for station in self.stations.values():
            for sequence, header in station.read.items():
                kind = header[4]
                if kind not in WITH_BODY:
                    continue
                where = f"{station.name}, batch {sequence}"
                if (sequence, kind) not in station.bodies:
                    raise Refused(f"{where}: its body is missing")
                body = station.bodies[sequence, kind]
                if hash_parts("seggio/batch-body/1", body) != header[6]:
                    raise Refused(f"{where}: the body is not the one of the header")
                try:
                    _, (number, rows) = record(b32, record(below(5), record(anything)))(decode(body))
                    if number != kind:
                        raise Refused("the body is of another kind")
                    rows = ROWS[kind](rows[0])
                except Refused as why:
                    raise Refused(f"{where}: {why}") from None
                if header[5] != (1 if kind == 3 else len(rows)):
                    raise Refused(f"{where}: the header counts other rows")
                self._rows(station, sequence, kind, rows, where)
        return f"{sum(len(s.bodies) for s in self.stations.values())}"

    def _rows(self, station, sequence, kind, rows, where):
        if kind == 3:
            station.minutes.append((sequence, rows))
            return
        trackers = [sha256(row if kind == 1 else row[0][0]) for row in rows]
        if any(a >= b for a, b in zip(trackers, trackers[1:])):
            raise Refused(f"{where}: the rows are not in rising order, each once")
        (station.ballots if kind == 1 else station.openings).extend(rows)

    def minutes(self):
        for station in self.stations.values():
            box = 0
            for place, (_, m) in enumerate(station.minutes):
                where = f"{station.name}, minutes of day {m[0]}"
                c, sealed = m[3], 0
                if m[10] and m[10][2][0] == 1:
                        sealed = max(0, m[10][0] - m[10][1])
                if m[0] != place + 1:
                    raise Refused(f"{where}: days are not 1, 2, ...")
                if c[0] != c[1] + c[2] + c[3] + c[4] or c[5] + c[6] > c[0] or c[8] + c[9] > c[0]:
                    raise Refused(f"{where}: the people do not add up")
                if m[4] != box or m[5] != m[4] + c[1] + sealed:
                    raise Refused(f"{where}: the box does not add up")
                box = m[5]
        return f"{sum(len(s.minutes) for s in self.stations.values())}"

    def closings(self):
        still_open = []
        for station in self.stations.values():
            for sequence, m in station.minutes:
                if m[8] and sequence != max(station.headers):
                    raise Refused(f"{station.name}: something follows the last minutes")
            if not station.closed:
                still_open.append(station.name)
                if station.minutes and station.minutes[-1][1][5] > len(station.ballots):
                    raise Refused(f"{station.name}: not closed, and ballots of its minutes are missing")
        return "not closed: " + ", ".join(still_open) if still_open else "all"

    def counts(self):
        for station in self.stations.values():
            ballots, people = len(station.ballots), station.people
            if ballots > people:
                raise Refused(f"{station.name}: {ballots} ballots of {people} people")
            if station.closed:
                cast, paper = station.sum_of(1), station.sum_of(2)
                if ballots != cast + station.sealed_from_paper or people != cast + paper:
                    raise Refused(f"{station.name}: ballots or people are not those of the minutes")
        return f"{sum(len(s.ballots) for s in self.stations.values())} ballots"

    def paper(self):
        for station in self.stations.values():
            for _, m in station.minutes[:-1] if station.closed else station.minutes:
                if m[10] is not None:
                    raise Refused(f"{station.name}: paper is counted before the last minutes")
            if not station.closed:
                continue
            handed, last = station.sum_of(2), station.minutes[-1][1][10]
            if last is None:
                if handed:
                    raise Refused(f"{station.name}: paper was handed out and not counted")
                continue
            valid, amounts = station.paper
            if last[0] < last[1] or valid > handed:
                raise Refused(f"{station.name}: more paper than was handed out")
            if (amounts is None) != (valid < self.minimum):
                raise Refused(f"{station.name}: paper is told from {self.minimum} ballots on, sealed below")
            if amounts is not None and not (len(amounts) == len(self.plans) and all(
                    plan.possible(valid, a) for plan, a in zip(self.plans, amounts))):
                raise Refused(f"{station.name}: {valid} paper ballots cannot give these amounts")

    # -- ballots

    def ballots(self):
        for station in self.stations.values():
            station.ballots = [Ballot(data, station.name, self) for data in station.ballots]

    def proofs(self):
        ballots = [b for s in self.stations.values() for b in s.ballots]
        check_proofs(ballots, self)
        return f"{len(ballots)}"

    def openings(self):
        for station in self.stations.values():
            read = []
            for (sealed, seed, bits), offer in station.openings:
                ballot = Ballot(sealed, station.name, self)
                where = f"opened ballot {ballot.tracker.hex()} of {station.name}"
                fingerprint, name, tracker = self._of(where, offer, "seggio/offer/1", station.key, OFFER)
                if (fingerprint, name, tracker) != (self.fingerprint, station.name, ballot.tracker):
                    raise Refused(f"{where}: the offer is of another ballot")
                check_proofs([ballot], self)
                self._reopen(ballot, seed, bits, where)
                read.append(ballot)
            said = sum(m[9] for _, m in station.minutes)
            if len(read) != said if station.closed else len(read) < said:
                raise Refused(f"{station.name}: {len(read)} opened ballots, {said} in the minutes")
            station.openings = read
        return f"{sum(len(s.openings) for s in self.stations.values())}"

    def _reopen(self, ballot, seed, bits, where):
        if [len(b) for b in bits] != [plan.bits for plan in self.plans] or any(v > 1 for b in bits for v in b):
            raise Refused(f"{where}: not the bits of the manifest")
        for q, (plan, values, answer) in enumerate(zip(self.plans, bits, ballot.answers)):
            if not plan.holds(values):
                raise Refused(f"{where}: the bits do not obey the method")
            again = b"".join(x for b, v in enumerate(values) for x in encrypt(v, bit_randomness(seed, q, b), self.key))
            if again != answer:
                raise Refused(f"{where}: bits and seed give another ballot")

    def copies(self):
        trackers = set()
        for station in self.stations.values():
            nonces, rs = set(), set()
            for ballot in station.ballots + station.openings:
                if ballot.tracker in trackers or ballot.nonce in nonces or not rs.isdisjoint(ballot.rs):
                    raise Refused(f"ballot {ballot.tracker.hex()} of {station.name} repeats another")
                trackers.add(ballot.tracker)
                nonces.add(ballot.nonce)
                rs.update(ballot.rs)

    # -- the board

    def web_list(self):
        self.web = self.files.get("board/web-list.cose")
        if self.web is None:
            return "none"
        fingerprint, self.web_people, _ = opened(self.web, "seggio/web-list/1", self.registry, WEB_LIST)
        if fingerprint != self.fingerprint:
            raise Refused("of another consultation")
        return f"{self.web_people} people"

    def decisions(self):
        """Signed by the authority; a refused rotation is one that the station's bundle key signed."""
        refused = set()
        for data in self.decided:
            fingerprint, name, ruling, reason = opened(data, "seggio/decision/1", self.authority, DECISION)
            if fingerprint != self.fingerprint or not re.fullmatch(NAME, name):
                raise Refused("of another consultation, or not about a station")
            number, fields = ruling
            if number == 0:  # a revoked station need not be here: perhaps nothing ever came from it
                if name not in self.stations:
                    raise Refused("a station is kept that is not here")
                refused |= {(name, rotation) for rotation in fields[1]}
        for data in self.refused:
            payload, _, _ = signed(data, "seggio/rotation/1")
            name = ROTATION(decode(payload))[1]
            if name not in self.stations or (name, sha256(data)) not in refused:
                raise Refused("a rotation that no decision refused")
            fingerprint, _, _ = opened(data, "seggio/rotation/1", self.stations[name].bundle_key, ROTATION)
            if fingerprint != self.fingerprint:
                raise Refused("a rotation of another consultation")
        return f"{len(self.decided)}"

    def checkpoint(self):
        self.size, self.root = checkpoint(self.files["board/checkpoint"], self.origin, self.board_key)
        return f"{self.size}"

    def check_root(self):
        data = self.files["board/leaves"]
        self.leaves = [data[i:i + 32] for i in range(0, len(data), 32)]
        if len(self.leaves) != self.size:
            raise Refused("the checkpoint has another size")
        self.tree = Tree(self.leaves)
        if self.tree.root(self.size) != self.root:
            raise Refused("the leaves have another root")

    def check_leaves(self):
        place = {leaf: i for i, leaf in enumerate(self.leaves)}
        expected = set() if self.web is None else {sha256(self.web)}
        expected |= {sha256(data) for data in self.decided + self.refused}
        for station in self.stations.values():
            own = {sha256(station.files["certificate"]), sha256(station.files["rotation"])}
            trackers = {b.tracker for b in station.ballots + station.openings}
            expected |= own | trackers
            if not own | trackers <= set(place):
                raise Refused(f"{station.name}: something of it is not on the board")
            if trackers and max(place[d] for d in own) > min(place[t] for t in trackers):
                raise Refused(f"{station.name}: a ballot stands before certificate and rotation")
        if len(place) != len(self.leaves):
            raise Refused("a leaf stands twice on the board")
        if expected != set(place):
            raise Refused("the board holds a leaf of nothing, or lacks the web list")
        return f"{len(place)}"

    def seen(self):
        known = {}
        for station in self.stations.values():
            for sequence, header in station.read.items():
                note = header[7]
                if note is None or note in known:
                    continue
                try:
                    size, root = checkpoint(note, self.origin, self.board_key)
                    if size > self.size or self.tree.root(size) != root:
                        raise Refused("the board has been changed since this checkpoint")
                except Refused as why:
                    raise Refused(f"{station.name}, batch {sequence}: {why}") from None
                known[note] = True
        return f"{len(known)}"

    # -- settlement and count

    def settlement(self):
        data = self.files["settlement.cose"]
        (inner,) = opened(data, "seggio/settlement-approved/1", self.authority, record(some_bytes))
        s = opened(inner, "seggio/settlement/1", self.registry, SETTLEMENT)
        fingerprint, self.listed, note, policy, self.removed, self.counted, web = s
        if fingerprint != self.fingerprint:
            raise Refused("of another consultation")
        if note.encode() != self.files["board/checkpoint"]:
            raise Refused("of another checkpoint")
        if policy != self.policy:
            raise Refused("by another policy than the manifest's")
        if (web is None) != (self.web is None):
            raise Refused("with and without a web list")
        if web is not None:
            if web[:2] != [sha256(self.web), self.web_people]:
                raise Refused("of another web list")
            if web[2] > web[1]:
                raise Refused("more web votes are dropped than there are")
        self.dropped = 0 if web is None else web[2]
        self.settled = sha256(data)

    def check_removed(self):
        trackers = [t for t, _ in self.removed]
        if any(a >= b for a, b in zip(trackers, trackers[1:])):
            raise Refused("the removed ballots are not in rising order, each once")
        home = {b.tracker: s.name for s in self.stations.values() for b in s.ballots}
        channel, within = self.policy
        allowed = {2, 1 if within else 0} | ({3} if channel == 1 and self.web is not None else set())
        reasons = {reason for _, reason in self.removed}
        paper = sum(s.sum_of(2) for s in self.stations.values())
        closed = all(s.closed for s in self.stations.values())
        impossible = (
            (2 in reasons and not paper)
            or (3 in reasons and not self.web_people)
            or (0 in reasons and not self.counted)
            or (channel == 1 and self.dropped > paper)
        )
        if closed and impossible:
            raise Refused("ballots are removed for votes that nobody can have given")
        by = {name: {} for name in self.stations}
        for tracker, reason in self.removed:
            if tracker not in home:
                raise Refused(f"{tracker.hex()} is no cast ballot")
            if reason not in allowed:
                raise Refused(f"{tracker.hex()}: the policy does not know reason {reason}")
            by[home[tracker]][reason] = by[home[tracker]].get(reason, 0) + 1
        expected = [[s.name, s.head, s.people, len(s.ballots), s.sum_of(2),
                     [list(r) for r in sorted(by[s.name].items())]] for s in self.stations.values()]
        if self.listed != expected:
            raise Refused("the settlement lists other stations, heads or numbers")
        if self.counted != len(home) - len(trackers):
            raise Refused("counted is not ballots less removed")
        return f"{len(trackers)} removed, {self.counted} counted"

    def cells(self):
        gone = {t for t, _ in self.removed}
        groups = {}
        for station in self.stations.values():
            codes = (station.area,) if self.by_area else ()
            groups.setdefault(codes, []).extend(b for b in station.ballots if b.tracker not in gone)
        if not self.by_area:
            groups.setdefault((), [])
        if 0 < self.counted < self.minimum:
            raise Refused(f"{self.counted} ballots are less than the minimum of {self.minimum}: there is no count")

        def order(codes):
            return [c.encode() for c in codes]

        small = [codes for codes in groups if len(groups[codes]) < self.minimum]
        if small:
            codes, held = [], []
            for key in small:
                codes += key
                held += groups.pop(key)
            while len(held) < self.minimum and groups:
                key = min(groups, key=lambda g: (len(groups[g]), order(g)))
                codes += key
                held += groups.pop(key)
            groups[tuple(sorted(codes, key=str.encode))] = held
        self.groups = sorted(groups.items(), key=lambda g: order(g[0]))
        return f"{len(self.groups)}"

    def _ciphertexts(self):
        """For each cell, each question, each target: (R, B)."""
        out = []
        for _, ballots in self.groups:
            cell, first = [], 0
            for plan in self.plans:
                sums = {}
                for target in plan.targets:
                    for bit, _ in target:
                        r = b = ZERO
                        for ballot in ballots:
                            r = add(r, ballot.points[2 * (first + bit)])
                            b = add(b, ballot.points[2 * (first + bit) + 1])
                        sums[bit] = r, b
                cell.append([tuple(sum_of_products([(w, sums[bit][j]) for bit, w in target]) for j in (0, 1))
                             for target in plan.targets])
                first += plan.bits
            out.append(cell)
        return out

    def partials(self):
        self.sums = self._ciphertexts()
        names = {t[1]: t for t in self.trustees}
        self.parts = {}
        for name, data in self.partial_files.items():
            if name not in names:
                raise Refused(f"{name} is no trustee")
            index, _, key, _ = names[name]
            fingerprint, settled, said, cells = self._of(name, data, "seggio/partial/1", key, PARTIAL)
            if (fingerprint, settled, said) != (self.fingerprint, self.settled, index):
                raise Refused(f"{name}: of another consultation, settlement or trustee")
            shape = [[len(q) for q in cell] for cell in self.sums]
            if [[len(q) for q in cell] for cell in cells] != shape:
                raise Refused(f"{name}: not the cells, questions and targets there are")
            self.parts[index] = [
                [[self._partial(name, index, c, q, t, *part) for t, part in enumerate(question)]
                 for q, question in enumerate(cell)] for c, cell in enumerate(cells)]
        if len(self.parts) < self.k:
            raise Refused(f"{len(self.parts)} of {self.k} needed")
        return f"{len(self.parts)} trustees"

    def _partial(self, name, index, c, q, t, d_bytes, proof):
        where = f"{name}, cell {c}, question {q}, target {t}"
        r, d = self.sums[c][q][t][0], ristretto_decode(d_bytes)
        if d is None:
            raise Refused(f"{where}: not a point")
        if is_identity(r):
            if not is_identity(d) or proof:
                raise Refused(f"{where}: something where nothing is counted")
            return d
        tag = proof_tag("seggio/partial/1", self.fingerprint, self.settled, struct.pack(">Q", c),
                        struct.pack(">Q", q), struct.pack(">Q", t), struct.pack(">H", index))
        share_bytes, share = self.trustees[index - 1][3], self.shares[index - 1]
        try:
            pairs, g = PARTIAL_RELATION.equation(
                tag, [share_bytes, ristretto_encode(r), d_bytes], [share, r, d], proof)
            if not is_identity(add(sum_of_products(pairs), G.times(g))):
                raise Refused("the proof does not verify")
        except Refused as why:
            raise Refused(f"{where}: {why}") from None
        return d

    def totals(self):
        indices = sorted(self.parts)
        factors = lagrange(indices)
        told = [s for s in self.stations.values() if s.paper and s.paper[1] is not None]
        zero = [[0] * len(plan.targets) for plan in self.plans]
        sealed, paper, cells = zero, zero, []

        def plus(a, b):
            return [[x + y for x, y in zip(p, q)] for p, q in zip(a, b)]

        for c, (codes, ballots) in enumerate(self.groups):
            cell = []
            for q, plan in enumerate(self.plans):
                amounts = []
                for t, target in enumerate(plan.targets):
                    xr = sum_of_products([(f, self.parts[i][c][q][t]) for f, i in zip(factors, indices)])
                    n = small_log(add(self.sums[c][q][t][1], negate(xr)), len(ballots) * sum(w for _, w in target))
                    if n is None:
                        raise Refused(f"cell {c}, question {q}, target {t}: it does not open")
                    amounts.append(n)
                if not plan.possible(len(ballots), amounts):
                    raise Refused(f"cell {c}, question {q}: so many ballots cannot give these totals")
                cell.append(amounts)
            sealed = plus(sealed, cell)
            own = [s for s in told if not self.by_area or s.area in codes]
            for station in own:
                cell = plus(cell, station.paper[1])
                paper = plus(paper, station.paper[1])
            cells.append(self._total(codes, len(ballots) + sum(s.paper[0] for s in own), cell))
        on_paper = sum(s.paper[0] for s in told)
        together = plus(sealed, paper)
        expected = [self.fingerprint, self.settled, self._total((), self.counted + on_paper, together),
                    self._total((), self.counted, sealed), self._total((), on_paper, paper),
                    cells if self.by_area else []]
        if encode(expected) != self.files["totals.cbor"]:
            raise Refused("totals.cbor holds other totals")
        self.all = expected[2]
        return f"{self.all[1]} ballots"

    def _total(self, codes, ballots, amounts):
        return [list(codes), ballots, [total_of(p, q, a) for p, q, a in zip(self.plans, self.questions, amounts)]]

    def check_outcome(self):
        data, votes, value = self.files["outcome.json"], {}, None
        if self.budget is not None:
            votes = {name: n for name, n, _ in self.all[2][self.budget_question][1] if name is not None}
            try:
                draws = json.loads(data)["draws"]
                value = drawn_value(draws[0]["value"]) if draws else None
            except (ValueError, KeyError, TypeError, IndexError, RecursionError):
                raise Refused("outcome.json is not an outcome") from None
        if outcome_of(self, votes, value) != data:
            raise Refused("outcome.json holds another outcome")
        if value is not None:
            return f"by the drawn value {value}: compare it with the public draw"
        return "waits for its draw" if b'"undecided": true' in data else "as computed"


def not_public(_):
    """What only an export can show, which holds the people who voted; named so that nobody misses it."""
    return "nothing to check in a public package"


CHECKS = [
    ("package", World.package), ("manifest", World.manifest), ("fingerprint", World.check_fingerprint),
    ("tally_key", World.tally_key), ("certificates", World.certificates), ("rotations", World.rotations),
    ("headers", World.headers), ("chains", World.chains), ("bodies", World.bodies), ("minutes", World.minutes),
    ("closings", World.closings), ("counts", World.counts), ("paper", World.paper), ("links", not_public),
    ("ballots", World.ballots),
    ("proofs", World.proofs), ("openings", World.openings), ("copies", World.copies),
    ("web_list", World.web_list), ("decisions", World.decisions), ("checkpoint", World.checkpoint), ("root", World.check_root),
    ("leaves", World.check_leaves), ("seen", World.seen), ("settlement", World.settlement),
    ("removed", World.check_removed), ("duplicates", not_public), ("cells", World.cells), ("partials", World.partials),
    ("totals", World.totals), ("outcome", World.check_outcome),
]


def verify(data, fingerprint=None, report=lambda name, ok, detail: None):
    """(the fingerprint, the name of the check that failed or None); `report` hears of each check."""
    world = World(data, fingerprint)
    for name, check in CHECKS:
        try:
            detail = check(world) or ""
        except Refused as why:
            report(name, False, str(why))
            return world.fingerprint, name
        report(name, True, detail)
    return world.fingerprint, None


def main():
    parser = argparse.ArgumentParser(description="Checks a public package of Seggio.")
    parser.add_argument("package")
    parser.add_argument("--fingerprint", help="of the consultation, 64 hexadecimal digits")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    fingerprint = None
    if asked.fingerprint is not None:
        if not re.fullmatch(r"[0-9a-fA-F]{64}", asked.fingerprint, re.ASCII):
            parser.error("a fingerprint has 64 hexadecimal digits")
        fingerprint = bytes.fromhex(asked.fingerprint)
    try:
        with open(asked.package, "rb") as file:
            data = file.read()
    except OSError as why:
        print(f"{asked.package}: {why.strerror}", file=sys.stderr)
        return 2
    checks = []

    def report(name, ok, detail):
        checks.append({"name": name, "ok": ok, "detail": detail})
        if not asked.json:
            print(f"{'ok  ' if ok else 'FAIL'}  {name:13} {detail}".rstrip(), flush=True)

    found, failed = verify(data, fingerprint, report)
    if asked.json:
        print(json.dumps({"ok": failed is None, "fingerprint": found.hex(), "checks": checks},
                         indent=2, ensure_ascii=False))
    else:
        print(f"refused: {failed}" if failed else "every check holds")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
