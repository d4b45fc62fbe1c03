"""Workbooks: lists, and an edition of a competition as sheets."""
