"""The identities of events: 32 hex digits that no two devices draw alike."""

import os
from hashlib import sha256
from time import perf_counter_ns, time_ns
from uuid import uuid4


def new_id() -> str:
    """Draw an identity; from time and process where the system fails to give one by chance."""
    try:
        return uuid4().hex
    except OSError:
        return sha256(f"{os.getpid()} {time_ns()} {perf_counter_ns()}".encode()).hexdigest()[:32]
