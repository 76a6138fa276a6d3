"""What is known about a page and its items: dates, places, topics."""
