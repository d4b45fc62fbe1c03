"""Long trials: writers killed at random, imports cut off, clocks that lie. `python -m torture`."""
