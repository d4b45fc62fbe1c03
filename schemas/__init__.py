"""JSON Schemas, award forms and rulebooks as data, with their loader."""
