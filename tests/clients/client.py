"""A station written from the documents alone (docs/formats.md, docs/api.json).

Nothing of Seggio is imported: COSE by pycose, CBOR by cbor2, age by pyrage, the tree by pymerkle and
by the few lines of RFC 9162 below. Introduces stations, sends batches, checks every answer, and reads
the board as files. Ends with status 1 at the first thing that is not as documented.
"""

import base64
import hashlib
import json
import struct
import sys
import time
import urllib.error
import urllib.request

import cbor2
import pyrage
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from pycose.algorithms import EdDSA
from pycose.headers import Algorithm
from pycose.keys import OKPKey
from pycose.keys.curves import Ed25519
from pycose.messages import Sign1Message
from pymerkle import InmemoryTree

REFUSAL = "urn:seggio:refusal:"


def check(holds, what):
    if not holds:
        sys.exit(f"client.py: not so: {what}")
    print(f"  {what}")


# --- encodings -------------------------------------------------------------------------------


def cbor(value):
    """Deterministic CBOR."""
    return cbor2.dumps(value, canonical=True)


def read_cbor(data):
    value = cbor2.loads(data)
    if cbor(value) != data:
        sys.exit("client.py: not deterministic CBOR")
    return value


def digest(data):
    return hashlib.sha256(data).digest()


def digest_of_parts(domain, *parts):
    """H(domain; parts)."""
    h = hashlib.sha256()
    for part in (domain.encode(), *parts):
        h.update(struct.pack(">Q", len(part)) + part)
    return h.digest()


def public(key):
    return key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)


def sign(domain, key, payload):
    message = Sign1Message(phdr={Algorithm: EdDSA}, payload=cbor(payload), external_aad=domain.encode())
    message.key = OKPKey(crv=Ed25519, d=key.private_bytes_raw(), x=public(key))
    return cbor2.dumps(cbor2.loads(message.encode(tag=False)), canonical=True)


def opened(domain, key, data):
    """The payload of a signed object; None if the signature is not this key's."""
    message = Sign1Message.from_cose_obj(list(read_cbor(data)), True)
    message.external_aad = domain.encode()
    message.key = OKPKey(crv=Ed25519, x=key)
    return read_cbor(message.payload) if message.verify_signature() else None


# --- the server ------------------------------------------------------------------------------


class Server:
    def __init__(self, url):
        self.url = url

    def ask(self, path, body=None):
        """Status, body, headers."""
        request = urllib.request.Request(self.url + path, data=body)
        request.add_header("content-type", "application/cbor")
        try:
            with urllib.request.urlopen(request, timeout=120) as answer:
                return answer.status, answer.read(), answer.headers
        except urllib.error.HTTPError as error:
            return error.code, error.read(), error.headers

    def get(self, path):
        status, body, _ = self.ask(path)
        if status != 200:
            sys.exit(f"client.py: GET {path}: {status}")
        return body

    def refused(self, path, body, status, name):
        found, answer, headers = self.ask(path, body)
        problem = json.loads(answer)
        told = (
            found == status == problem["status"]
            and headers["content-type"] == "application/problem+json"
            and problem["type"] == REFUSAL + name
        )
        check(told, f"{path}: {status} {name}" if told else f"{path}: {status} {name}, but {found} {answer}")

    def send(self, batch):
        """A receipt; 202 and 503 say to come again with the same bytes."""
        for _ in range(100):
            status, body, headers = self.ask("/v1/batches", batch)
            if status not in (202, 429, 503):
                break
            time.sleep(int(headers["retry-after"]))
        if status != 200:
            sys.exit(f"client.py: batch: {status} {body}")
        return body


# --- the board -------------------------------------------------------------------------------


def leaf_hash(leaf):
    return digest(b"\0" + leaf)


def node_hash(left, right):
    return digest(b"\1" + left + right)


def root_from_inclusion(leaf, index, size, path):
    """RFC 9162, 2.1.3.2."""
    fn, sn, r = index, size - 1, leaf_hash(leaf)
    for p in path:
        if sn == 0:
            return None
        if fn & 1 or fn == sn:
            r = node_hash(p, r)
            while not fn & 1 and fn:
                fn, sn = fn >> 1, sn >> 1
        else:
            r = node_hash(r, p)
        fn, sn = fn >> 1, sn >> 1
    return r if sn == 0 else None


def is_consistent(first, first_root, second, second_root, path):
    """RFC 9162, 2.1.4.2."""
    if first == 0:
        return not path
    if first == second:
        return not path and first_root == second_root
    if first & (first - 1) == 0:
        path = [first_root, *path]
    if not path:
        return False
    fn, sn = first - 1, second - 1
    while fn & 1:
        fn, sn = fn >> 1, sn >> 1
    fr = sr = path[0]
    for c in path[1:]:
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            fr, sr = node_hash(c, fr), node_hash(c, sr)
            while not fn & 1 and fn:
                fn, sn = fn >> 1, sn >> 1
        else:
            sr = node_hash(sr, c)
        fn, sn = fn >> 1, sn >> 1
    return fr == first_root and sr == second_root and sn == 0


def read_checkpoint(note, origin, key):
    """C2SP signed-note and tlog-checkpoint: (size, root)."""
    text, signature = note.split("\n\n")
    name, _, rest = signature.removeprefix("\u2014 ").rstrip("\n").partition(" ")
    blob = base64.b64decode(rest, validate=True)
    key_id = digest(origin.encode() + b"\n" + b"\1" + key)[:4]
    if name != origin or blob[:4] != key_id:
        sys.exit("client.py: the checkpoint is signed by another key")
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(blob[4:], (text + "\n").encode())
    except InvalidSignature:
        sys.exit("client.py: the checkpoint's signature does not verify")
    said, size, root = text.split("\n")
    if said != origin or str(int(size)) != size:
        sys.exit("client.py: not a checkpoint of this board")
    return int(size), base64.b64decode(root, validate=True)


def tile_path(index, width):
    parts = [f"{index % 1000:03}"]
    while index >= 1000:
        index //= 1000
        parts.insert(0, f"x{index % 1000:03}")
    return "/".join(parts) + ("" if width == 256 else f".p/{width}")


def leaves_of(server, size):
    """All leaves, from the tiles of entries; each tile of hashes must agree."""
    leaves = []
    for index in range((size + 255) // 256):
        path = tile_path(index, min(256, size - index * 256))
        bundle, hashes = server.get(f"/tile/entries/{path}"), server.get(f"/tile/0/{path}")
        while bundle:
            (length,) = struct.unpack(">H", bundle[:2])
            leaves.append(bundle[2 : 2 + length])
            bundle = bundle[2 + length :]
        if hashes != b"".join(leaf_hash(leaf) for leaf in leaves[index * 256 :]):
            sys.exit("client.py: a tile of hashes is not of its entries")
    return leaves


# --- a station -------------------------------------------------------------------------------


class Station:
    def __init__(self, bundle, code):
        plain = pyrage.passphrase.decrypt(bundle, code.replace("-", "").strip())
        self.manifest, self.certificate, _roll, _roll_key, bundle_key = read_cbor(plain)
        self.fingerprint = digest(self.manifest)
        mode, _consultation, _tally, commission, server = self.contents()
        self.authority = commission[0]
        self.receipt_key, self.board_key, self.origin = server[1:4]
        said = opened("seggio/certificate/1", self.authority, self.certificate)
        check(said is not None and said[0] == self.fingerprint, "the certificate is the authority's")
        self.name, self.bundle_key = said[1], Ed25519PrivateKey.from_private_bytes(bundle_key)
        check(public(self.bundle_key) == said[3], "the bundle key is the certificate's")
        self.rotate()

    def contents(self):
        payload = read_cbor(cbor2.loads(self.manifest)[2])
        authority = payload[3][0]
        return opened("seggio/manifest/1", authority, self.manifest)

    def rotate(self):
        self.key = Ed25519PrivateKey.generate()
        self.rotation = sign("seggio/rotation/1", self.bundle_key, [self.fingerprint, self.name, public(self.key)])
        self.sequence, self.head = 0, digest(self.rotation)

    def introduction(self):
        return cbor([self.certificate, self.rotation])

    def draft(self, kind, content, count, sequence=None, checkpoint=None, salt=b"s" * 32):
        body = cbor([salt, [kind, [content]]])
        sequence = self.sequence if sequence is None else sequence
        header = [self.fingerprint, self.name, sequence, self.head, kind, count]
        header.append(digest_of_parts("seggio/batch-body/1", body))
        if checkpoint:
            header.append(checkpoint)
        self.header = sign("seggio/batch/1", self.key, header)
        return cbor([self.header, body])

    def batch(self, *args, **more):
        """The next of the chain."""
        bytes_ = self.draft(*args, **more)
        self.sequence, self.head = self.sequence + 1, digest(self.header)
        return bytes_

    def check_receipt(self, receipt):
        said = opened("seggio/receipt/1", self.receipt_key, receipt)
        check(said is not None, "the receipt is signed by the receipt key of the manifest")
        expected = [self.fingerprint, self.name, self.sequence - 1, self.head]
        check(said[:4] == expected, "it names this very batch")
        return said[4], read_checkpoint(said[4], self.origin, self.board_key)


def presence(people, area):
    """People who voted on paper: no link."""
    return [[bytes([p]) * 32, [0, [area]], "2022-09-18T17"] for p in sorted(people)]


def minutes(day, last):
    counts = [0] * 10
    return [day, "2022-09-18T09", "2022-09-18T17", counts, 0, 0, 0, digest(b"journal"), last, 0]


def main(url, fingerprint, *bundles):
    server = Server(url)
    print("the manifest")
    stations = []
    for path, code in zip(bundles[::2], bundles[1::2]):
        with open(path, "rb") as file:
            stations.append(Station(file.read(), code))
    one, two = stations[:2]
    check(server.get("/v1/manifest") == one.manifest, "the server's is the bundle's")
    check(one.contents() is not None, "signed by the authority that it names")
    check(one.fingerprint.hex() == fingerprint, "its fingerprint is the published one")

    print("a station")
    area = one.contents()[1]
    area = find_area(area)
    empty = read_checkpoint(server.get("/checkpoint").decode(), one.origin, one.board_key)
    first = one.draft(0, presence([1, 2], area), 2)
    server.refused("/v1/batches", first, 404, "unknown-station")
    for _ in range(2):
        check(server.ask("/v1/stations", one.introduction())[0] == 204, "introduced")
    forged = bytearray(one.introduction())
    forged[-1] ^= 1
    server.refused("/v1/stations", bytes(forged), 403, "bad-signature")

    print("its batches")
    first = one.batch(0, presence([1, 2], area), 2)
    receipt = server.send(first)
    note, seen = one.check_receipt(receipt)
    check(server.send(first) == receipt, "the same bytes again get the same receipt")
    fork = Station.__new__(Station)
    fork.__dict__ = dict(one.__dict__, sequence=0, head=digest(one.rotation))
    server.refused("/v1/batches", fork.batch(0, presence([3], area), 1), 409, "fork")
    server.refused("/v1/batches", one.draft(0, presence([3], area), 1, sequence=5), 409, "gap")
    server.refused("/v1/batches", one.draft(0, presence([2], area), 1), 422, "presence-repeated")
    server.refused("/v1/batches", one.draft(0, presence([5, 4], area)[::-1], 2), 422, "rows")
    server.refused("/v1/batches", one.draft(0, presence([4], area), 7), 422, "body")
    server.refused("/v1/batches", first + b"\0", 400, "not-canonical")
    server.refused("/v1/batches", b"altro", 400, "malformed")
    one.check_receipt(server.send(one.batch(3, minutes(1, False), 1, checkpoint=note)))

    print("the board")
    size = wait_for(server, one, 2)
    introduced = [digest(one.certificate), digest(one.rotation)]
    board = leaves_of(server, size[0])
    check(board[:2] == introduced, "certificate and rotation are its first leaves")
    check(server.ask("/v1/stations", two.introduction())[0] == 204, "another station is introduced")
    wait_for(server, one, 4)
    note, later = server.get("/checkpoint").decode(), None
    later = read_checkpoint(note, one.origin, one.board_key)
    board = leaves_of(server, later[0])
    tree = InmemoryTree(algorithm="sha256")
    for leaf in board:
        tree.append_entry(leaf)
    for size_, root in (seen, size, later):
        check(size_ == 0 or tree.get_root(size_) == root, f"pymerkle has the root of {size_} leaves from the tiles")
    for index, leaf in enumerate(board):
        answer = json.loads(server.get(f"/v1/inclusion/{leaf.hex()}?size={later[0]}"))
        path = [bytes.fromhex(h) for h in answer["hashes"]]
        found = root_from_inclusion(leaf, answer["index"], answer["size"], path)
        check(answer["index"] == index and found == later[1], f"leaf {index} is included")
    for old in (empty, seen, size, later):
        answer = json.loads(server.get(f"/v1/consistency?from={old[0]}&to={later[0]}"))
        path = [bytes.fromhex(h) for h in answer["hashes"]]
        check(is_consistent(*old, *later, path), f"{later[0]} leaves continue {old[0]}")
    check(server.ask("/v1/inclusion/" + "0" * 64)[0] == 404, "what is not there is not there")

    print("the end of a chain, and a bundle used twice")
    one.check_receipt(server.send(one.batch(3, minutes(2, True), 1, checkpoint=note)))
    server.refused("/v1/batches", one.draft(0, presence([9], area), 1), 409, "closed")
    before = two.batch(0, presence([7], area), 1)
    two.rotate()
    server.refused("/v1/stations", two.introduction(), 409, "clone")
    server.refused("/v1/batches", before, 409, "quarantined")


def find_area(consultation):
    """The code of the first area: docs/package.md says where it stands."""
    return consultation[AREAS][0][0]


#: Place of the areas in a consultation's array.
AREAS = 4


def wait_for(server, station, leaves):
    """A checkpoint of at least so many leaves: they get their places in a moment."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        found = read_checkpoint(server.get("/checkpoint").decode(), station.origin, station.board_key)
        if found[0] >= leaves:
            return found
        time.sleep(0.1)
    sys.exit("client.py: the leaves got no place")


if __name__ == "__main__":
    main(*sys.argv[1:])
    print("everything is as documented")
