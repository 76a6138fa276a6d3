"""What a page is, before and after it is cut: its text, the places of its characters, its items."""
