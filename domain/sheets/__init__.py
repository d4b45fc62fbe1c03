"""How each action is asked for in a workbook: its sheet and the order of its columns. Pure data.

What a column is called, how its cells are read and what its note says stands beside the field itself
(`domain.fields`); here is only what belongs to the sheet.
"""
