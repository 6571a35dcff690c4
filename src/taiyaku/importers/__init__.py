"""What articles come as (a paste, HTML, DOCX), made into Markdown once, with what was noticed on the way."""
