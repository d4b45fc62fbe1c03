"""Tables as files for other programs: CSV, and Parquet where its library is installed."""
