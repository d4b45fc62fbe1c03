"""What sheets and actions look like: columns, help, schemas. Must not read files."""
