"""Stages composed into what users run."""

from spinemed.pipelines.build import BuildResult, build
from spinemed.pipelines.config import BuildConfig, read_config
from spinemed.pipelines.demo import demo

__all__ = ["BuildConfig", "BuildResult", "build", "demo", "read_config"]
