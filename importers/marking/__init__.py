"""A copy of a failing workbook with its wrong cells coloured and what is wrong with them as notes."""
