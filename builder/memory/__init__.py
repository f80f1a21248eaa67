"""What a check remembers, so that only what changed is judged again. Losing it costs time and nothing else."""
