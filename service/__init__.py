"""The local door: the pages live, a desk for workbooks, and a read interface; thin above all the rest."""
