"""The first start: a school, a counselor, a passphrase, and a recovery key on paper."""
