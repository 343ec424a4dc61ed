"""What schemathesis does not know by itself: CBOR bodies, and answers that are bytes."""

import cbor2
import schemathesis


@schemathesis.serializer("application/cbor")
def to_cbor(_context, value):
    # Every third as two byte strings, the shape of all that stations send: so that something gets past
    # the first look.
    plain = cbor2.dumps(value, canonical=True, default=lambda encoder, odd: encoder.encode(str(odd)))
    if len(plain) % 3 == 0:
        half = len(plain) // 2
        return cbor2.dumps([plain[:half], plain[half:]])
    return plain


@schemathesis.deserializer("application/cose", "application/octet-stream")
def from_bytes(_context, response):
    return list(response.content)
