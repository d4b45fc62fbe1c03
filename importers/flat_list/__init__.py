"""A flat list as offices keep it, a row an innovation: found, mapped, and turned into rows of the sheets."""
