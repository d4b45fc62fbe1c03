"""The founding cases as workbooks, which `jejak demo` imports."""
