"""psychoed: checks a psychoeducation library and publishes it as a site and as PDFs."""
