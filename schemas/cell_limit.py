"""What a cell of a workbook holds, whoever writes or reads it."""

CELL_LIMIT = 32_767
"""Characters that a cell of an Excel workbook holds at most."""
