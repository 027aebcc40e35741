"""The CareerFit project: settings, addresses, and everything around the two apps."""
