"""What looks alike in all editions: the templates' environment, the stylesheet, and what HTML may reach a page."""
