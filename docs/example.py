#!/usr/bin/env python3
"""Writes the worked example: example.json (every value) and example.md (the same, told).

    python3 docs/example.py [FOLDER]

A prover and two trustees made from ballots.md alone, on the arithmetic of verify.py. All that a real prover
takes from the operating system is a small known number here: never vote with this.
"""

import json
import pathlib
import struct
import sys

import verify as v

FINGERPRINT, SETTLEMENT, STATION = b"\x11" * 32, b"\x22" * 32, "esempio"
SECRET = [7, 5]  # the polynomial 7 + 5 i: the key's secret and its slope
CHOICES = [0, 0]  # the option of each ballot


def le(k):
    return (k % v.Q).to_bytes(32, "little")


def be(k):
    return (k % v.Q).to_bytes(32, "big")


def prove(relation, tag, encodings, points, secrets, nonces):
    """(commitments, challenge, responses, proof): Schnorr over all rows with one challenge."""
    elements = [None, v.BASE, *points]
    commitments = b"".join(
        v.ristretto_encode(v.sum_of_products([(nonces[s] % v.Q, elements[e]) for s, e in terms]))
        for _, terms in relation.rows)
    challenge = relation.challenge(tag, encodings, commitments)
    responses = [(nonces[j] + challenge * secrets[j]) % v.Q for j in range(relation.scalars)]
    return commitments, challenge, responses, commitments + b"".join(map(be, responses))


def holds(relation, tag, encodings, points, proof):
    pairs, g = relation.equation(tag, encodings, points, proof)
    return v.is_identity(v.add(v.sum_of_products(pairs), v.G.times(g)))


def seal(plan, relation, key, key_bytes, bits, number):
    """Ballot `number` (from 1) with seed and nonce of one repeated byte each."""
    seed, nonce = bytes([number]) * 32, bytes([0x20 + number]) * 32
    n = plan.bits
    r = [v.bit_randomness(seed, 0, b) for b in range(n)]
    pairs = [v.encrypt(bit, k, key) for bit, k in zip(bits, r)]
    encodings = [x for pair in pairs for x in pair]
    points = [v.ristretto_decode(x) for x in encodings]
    w = [k * (1 - bit) % v.Q for bit, k in zip(bits, r)]
    rho = [sum(a * r[bit] for bit, a in e.terms) % v.Q for e in plan.equations]
    secrets = [x for triple in zip(bits, r, w) for x in triple] + rho
    nonces = [1000 * number + j for j in range(len(secrets))]
    tag = v.proof_tag("seggio/ballot/1", FINGERPRINT, STATION.encode(), nonce)
    elements = [key_bytes, *encodings]
    commitments, c, responses, proof = prove(relation, tag, elements, [key.point, *points], secrets, nonces)
    assert plan.holds(bits) and holds(relation, tag, elements, [key.point, *points], proof)
    sealed = v.encode([FINGERPRINT, STATION, nonce, [b"".join(encodings)], proof])
    instance = relation.head + b"".join(elements)
    told = {
        "seed": seed, "nonce": nonce, "bits": list(bits), "r": [le(x) for x in r],
        "R": encodings[::2], "B": encodings[1::2], "w": [le(x) for x in w], "rho": [le(x) for x in rho],
        "tag": tag, "session": v.proof_session(tag), "instance_length": len(instance),
        "instance_sha256": v.sha256(instance), "instance": instance, "prover_nonces": [le(x) for x in nonces],
        "commitments": split(commitments), "challenge": le(c), "responses": [le(x) for x in responses],
        "proof": proof, "sealed_ballot": sealed, "tracker": v.sha256(sealed),
        "tracker_shown": shown(v.sha256(sealed)),
    }
    return told, points


def split(data):
    return [data[i:i + 32] for i in range(0, len(data), 32)]


def shown(tracker):
    n = int.from_bytes(tracker[:10], "big")
    letters = "".join("0123456789ABCDEFGHJKMNPQRSTVWXYZ"[n >> 5 * i & 31] for i in reversed(range(16)))
    return "-".join(letters[i:i + 4] for i in range(0, 16, 4))


def partial(index, share, target, r, settlement):
    share_bytes, r_bytes = v.ristretto_encode(v.G.times(share)), v.ristretto_encode(r)
    d = v.multiply(share, r)
    d_bytes, nonce = v.ristretto_encode(d), 3000 + 10 * index + target
    points = [v.ristretto_decode(x) for x in (share_bytes, r_bytes, d_bytes)]
    tag = v.proof_tag("seggio/partial/1", FINGERPRINT, settlement, *(struct.pack(">Q", x) for x in (0, 0, target)),
                      struct.pack(">H", index))
    elements = [share_bytes, r_bytes, d_bytes]
    commitments, c, responses, proof = prove(v.PARTIAL_RELATION, tag, elements, points, [share], [nonce])
    assert holds(v.PARTIAL_RELATION, tag, elements, points, proof)
    instance = v.PARTIAL_RELATION.head + b"".join(elements)
    return {
        "trustee": index, "target": target, "D": d_bytes, "tag": tag, "session": v.proof_session(tag),
        "instance_length": len(instance), "instance_sha256": v.sha256(instance), "instance": instance,
        "prover_nonce": le(nonce), "commitments": split(commitments), "challenge": le(c),
        "response": le(responses[0]), "proof": proof,
    }, d


def example():
    plan = v.Plan([1, []], False, [None, None])
    relation = v.Relation(v.ballot_rows([plan]))
    shares = [SECRET[0] + SECRET[1] * i for i in (1, 2)]
    key = v.Fixed(v.G.times(SECRET[0]))
    key_bytes = v.ristretto_encode(key.point)
    ballots, points = zip(*(seal(plan, relation, key, key_bytes, [int(i == choice) for i in range(2)], number)
                            for number, choice in enumerate(CHOICES, 1)))
    sums = [[v.add(points[0][2 * t + j], points[1][2 * t + j]) for j in (0, 1)] for t in (0, 1)]
    parts = [partial(i, share, t, sums[t][0], SETTLEMENT) for i, share in enumerate(shares, 1) for t in (0, 1)]
    factors = v.lagrange([1, 2])
    opened = []
    for t, (r, b) in enumerate(sums):
        xr = v.sum_of_products([(f, d) for f, (p, d) in zip(factors, [p for p in parts if p[0]["target"] == t])])
        tg = v.add(b, v.negate(xr))
        total = v.small_log(tg, len(CHOICES))
        opened.append({"R": v.ristretto_encode(r), "B": v.ristretto_encode(b), "xR": v.ristretto_encode(xr),
                       "tG": v.ristretto_encode(tg), "total": total})
    assert [o["total"] for o in opened] == [CHOICES.count(t) for t in (0, 1)]
    return {
        "fingerprint": FINGERPRINT, "settlement": SETTLEMENT, "station": STATION, "method": "single",
        "options": 2, "blank": False, "threshold": 2, "secret": le(SECRET[0]), "slope": le(SECRET[1]),
        "K": key_bytes, "shares": [le(s) for s in shares],
        "verification_shares": [v.ristretto_encode(v.G.times(s)) for s in shares],
        "ballots": list(ballots), "sums": opened, "partials": [p for p, _ in parts],
        "lagrange": [le(f) for f in factors],
    }, relation


# -- how it is told


def hexed(x):
    if isinstance(x, bytes):
        return x.hex()
    if isinstance(x, dict):
        return {k: hexed(y) for k, y in x.items()}
    return [hexed(y) for y in x] if isinstance(x, list) else x


def lines(pairs):
    width = max(len(name) for name, _ in pairs)
    return "```text\n" + "\n".join(f"{name:{width}}  {x}" for name, x in pairs) + "\n```\n"


def wrapped(data):
    return "```text\n" + "\n".join(data[i:i + 96] for i in range(0, len(data), 96)) + "\n```\n"


def row_told(relation, n):
    """One row of the instance, field by field."""
    image, terms = relation.rows[n]
    out = [f"{v.u32(len(image)).hex()}  image terms: {len(image)}"]
    out += [f"  {v.u32(e).hex()} {v.coefficient(a).hex()}  element {e}, coefficient {a}" for e, a in image]
    out += [f"{v.u32(len(terms)).hex()}  right-hand terms: {len(terms)}"]
    out += [f"  {v.u32(s).hex()} {v.u32(e).hex()} {be(1).hex()}  scalar {s}, element {e}, coefficient 1"
            for s, e in terms]
    return "```text\n" + "\n".join(out) + "\n```\n"


def ballot_told(b, number):
    names = [f"{x}_{i}" for i in range(2) for x in ("v", "r", "w")] + ["rho_0"]
    values = [x for i in range(2) for x in (le(b["bits"][i]).hex(), b["r"][i], b["w"][i])] + b["rho"]
    return f"""## Ballot {number}

""" + lines([("seed", b["seed"]), ("nonce", b["nonce"]), ("bits", ", ".join(map(str, b["bits"])))]
            + [(f"R_{i}", b["R"][i]) for i in (0, 1)] + [(f"B_{i}", b["B"][i]) for i in (0, 1)]) + """
The secrets, in the order of the scalars, and the prover's nonces:

""" + lines(list(zip(names, values))) + "\n" + lines(
        [(f"nonce of {n}", x) for n, x in zip(names, b["prover_nonces"])]) + f"""
Tag, session, and the instance ({b["instance_length"]} bytes):

""" + wrapped(b["tag"]) + "\n" + lines(
        [("session", b["session"]), ("SHA-256 of the instance", b["instance_sha256"])]) + """
Commitments, challenge, responses:

""" + lines([(f"commitment {i}", x) for i, x in enumerate(b["commitments"])] + [("challenge", b["challenge"])]
            + [(f"response {n}", x) for n, x in zip(names, b["responses"])]) + f"""
The proof is the commitments, then the responses with their bytes turned round (big-endian):
{len(b["proof"]) // 2} bytes. The sealed ballot, {len(b["sealed_ballot"]) // 2} bytes:

""" + wrapped(b["sealed_ballot"]) + "\n" + lines([("tracker", b["tracker"]), ("shown", b["tracker_shown"])])



def told(x, relation):
    out = f"""# A worked example

Two options, one of them to be chosen, no blank; two ballots; a key of two of two trustees. Every number of
[ballots.md](ballots.md) from the seeds to the totals, for whoever writes a prover or a verifier.
`docs/example.py` makes this page and `example.json`, which holds the same values (and the whole instances).

All numbers are hexadecimal bytes as they travel: points are encoded, **scalars are 32 bytes, little-endian**
except inside instance and proof, where they are big-endian. Seeds, nonces and secrets are small and known
here; a real prover takes them from the operating system.

The method gives two bits and one equation, `v0 + v1 = 1`: 10 rows, 7 scalars
(`v_0 r_0 w_0 v_1 r_1 w_1 rho_0`), elements 1 `G`, 2 `K`, 3 `R_0`, 4 `B_0`, 5 `R_1`, 6 `B_1`.
Fingerprint: 32 bytes `11`. Digest of the signed settlement: 32 bytes `22`. Station: `{x["station"]}`.

## The key

The polynomial is `7 + 5 i`: the secret is 7, the shares are 12 and 17.

""" + lines([("K = 7 G", x["K"]), ("V_1 = 12 G", x["verification_shares"][0]),
             ("V_2 = 17 G", x["verification_shares"][1])]) + f"""
## The instance

It begins with the number of rows, `{v.u32(len(relation.rows)).hex()}`. Row 0, `R_0 = r_0 G`:

""" + row_told(relation, 0) + "\nRow 1, `B_0 = v_0 G + r_0 K`:\n\n" + row_told(relation, 1) \
        + "\nRow 2, `R_0 = v_0 R_0 + w_0 G`:\n\n" + row_told(relation, 2) \
        + "\nRow 3, `B_0 = v_0 B_0 + w_0 K`:\n\n" + row_told(relation, 3) + """
Rows 4 to 7 are the same for bit 1. Row 8, `R_0 + R_1 = rho_0 G`:

""" + row_told(relation, 8) + "\nRow 9, `B_0 + B_1 - G = rho_0 K`; the coefficient -1 is `q - 1`:\n\n" \
        + row_told(relation, 9) + f"""
That is {len(relation.head)} bytes. After them come the elements from 2 on: `K R_0 B_0 R_1 B_1`.

"""
    out += "\n".join(ballot_told(b, i) for i, b in enumerate(x["ballots"], 1))
    out += "\n## The sums\n\nOne cell, both ballots:\n\n" + lines(
        [(f"{name}, option {t}", x["sums"][t][name]) for t in (0, 1) for name in ("R", "B")])
    out += "\n## The partials\n"
    for p in x["partials"]:
        out += f"\nTrustee {p['trustee']}, target {p['target']} (cell 0, question 0):\n\n" + lines(
            [("D", p["D"])]) + "\nTag:\n\n" + wrapped(p["tag"]) + "\n" + lines(
            [("session", p["session"]), (f"SHA-256 of the instance ({p['instance_length']} bytes)", p["instance_sha256"]),
             ("prover's nonce", p["prover_nonce"]), ("commitment 0", p["commitments"][0]),
             ("commitment 1", p["commitments"][1]), ("challenge", p["challenge"]), ("response", p["response"])]) \
            + "\nThe proof:\n\n" + wrapped(p["proof"])
    out += "\n## The totals\n\nThe Lagrange coefficients at 0 for the indices 1 and 2 are 2 and -1:\n\n" + lines(
        [(f"of trustee {i}", f) for i, f in enumerate(x["lagrange"], 1)])
    for t, s in enumerate(x["sums"]):
        out += f"\nOption {t}: `xR = 2 D_1 - D_2`, `tG = B - xR`, so `t = {s['total']}`.\n\n" + lines(
            [("xR", s["xR"]), ("tG", s["tG"])])
    return out


def main():
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).parent
    values, relation = example()
    values = hexed(values)
    (folder / "example.json").write_text(json.dumps(values, indent=2) + "\n")
    (folder / "example.md").write_text(told(values, relation))


if __name__ == "__main__":
    main()
