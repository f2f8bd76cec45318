"""Rasa without TensorFlow: stand-ins for its modules while Rasa is imported, and only then.

Rasa imports DIET, TED and their kin at start, used or not; each defines classes on top of TensorFlow's. Our pipeline
names none of them, so TensorFlow (1.2 GB, six seconds of every start, 340 MB of every process) is not installed, and
those class statements are given something to stand on. Afterwards nothing is left: other libraries probe for
TensorFlow and must find that it is not there.
"""

from __future__ import annotations

import importlib.abc
import importlib.machinery
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import ModuleType
from typing import Any

STOOD_IN_FOR = ("tensorflow", "tensorflow_addons", "tensorflow_hub", "tensorflow_text", "keras")


@contextmanager
def stand_ins() -> Iterator[None]:
    """Serve stand-ins for TensorFlow's modules to every import inside the block."""
    finder = _Finder()
    sys.meta_path.insert(0, finder)
    try:
        yield
    finally:
        sys.meta_path.remove(finder)
        for name in [name for name in sys.modules if name.split(".")[0] in STOOD_IN_FOR]:
            del sys.modules[name]


class _Anything(type):
    """A class whose every attribute is another such class, and which gives another when it is called.

    So it can be a base class, a decorator, an annotation and a constant, which is all that module-level code asks.
    """

    def __getattr__(cls, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        made = _Anything(name, (), {})
        setattr(cls, name, made)
        return made

    def __call__(cls, *args: Any, **kwargs: Any) -> Any:
        if len(args) == 3 and isinstance(args[0], str) and isinstance(args[1], tuple):
            return super().__call__(*args, **kwargs)
        return _Anything("called", (), {})


class _Module(ModuleType):
    """A stand-in module: whatever is asked of it is a stand-in class."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.__path__ = []  # so that it may have modules inside

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        made = _Anything(name, (), {})
        setattr(self, name, made)
        return made


class _Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        if fullname.split(".")[0] not in STOOD_IN_FOR:
            return None
        return importlib.machinery.ModuleSpec(fullname, self, is_package=True)

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> ModuleType:
        return _Module(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """Nothing is run: a stand-in has no code."""
