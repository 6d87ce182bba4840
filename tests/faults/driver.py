"""Runs with the breaking library loaded: for each line of input one action in a process of its own."""

from __future__ import annotations

import ctypes
import json
import os
import sys
from pathlib import Path
from typing import Any

from focusplan.domain.errors import FocusPlanError
from focusplan.store import schema
from tests.faults.actions import ACTIONS

LIBRARY = ctypes.CDLL(None)
LIBRARY.breaker_seen.restype = ctypes.c_long


def arm(mode: int, call: int, error: int, below: str, log: str) -> None:
    LIBRARY.breaker_set(mode, ctypes.c_long(call), error, below.encode(), log.encode())


def act(job: dict[str, Any]) -> dict[str, Any]:
    """Prepare in peace, act under fire, say how it ended."""
    do = ACTIONS[job["action"]](Path(job["folder"]))
    arm(job["mode"], job["call"], job["error"], job["folder"], job.get("log", ""))
    said = "done"
    try:
        do()
    except FocusPlanError as error:
        said = f"{type(error).__name__} {error.code}"
    seen = LIBRARY.breaker_seen()
    arm(0, 0, 0, "", "")
    return {"said": said, "seen": seen}


def serve() -> None:
    schema.expected()
    for line in sys.stdin:
        job = json.loads(line)
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            code = 1
            try:
                os.write(writing, json.dumps(act(job)).encode())
                code = 0
            finally:
                os._exit(code)
        os.close(writing)
        with os.fdopen(reading, "rb") as pipe:
            answer = pipe.read()
        status = os.waitpid(child, 0)[1]
        result = json.loads(answer) if answer else {"said": "", "seen": 0}
        result["signal"] = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
        result["code"] = os.WEXITSTATUS(status) if os.WIFEXITED(status) else 0
        print(json.dumps(result), flush=True)


if __name__ == "__main__":
    serve()
