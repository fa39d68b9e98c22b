"""SpineMed: level-aware, traceable instruction data, benchmark and models for AI-assisted diagnosis of spine disorders."""

__version__ = "0.1.0"
