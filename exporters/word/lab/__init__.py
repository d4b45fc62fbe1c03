"""The documents of a lab, drafted from the record."""
