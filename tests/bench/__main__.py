"""`python -m tests.bench`, which is what `make bench` runs."""

import sys

from tests.bench.turns import main

sys.exit(main())
