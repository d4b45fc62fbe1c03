"""The rules calculus: facts and a rulebook make a verdict. Pure, and without a rule of its own."""
