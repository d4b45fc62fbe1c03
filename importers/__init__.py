"""Facts from Excel: sheet definitions, cell-exact errors, identity of rows, template workbooks."""
