"""An OpenAPI document on standard input is valid."""
import json
import sys

from openapi_spec_validator import validate

validate(json.load(sys.stdin))
