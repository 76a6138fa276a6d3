"""From groups of fragments to items: their elements, what is lost, what corrections say of them."""
