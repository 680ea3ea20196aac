"""The encrypted archive: keeps the values of the procedure, knows no screen and no paper."""
