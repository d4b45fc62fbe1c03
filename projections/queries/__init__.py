"""Questions that join views: catalogue pages, funnels, figures, lineage."""
