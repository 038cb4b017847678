"""Report → mentions, triggers and links: sentences, word pieces, the encoder and what its scores mean."""
