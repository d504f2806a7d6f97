"""Tables, what a row must satisfy, and the way from rows to the engine's records."""

from hipthrust.models.body import BodyWeight, Clearance
from hipthrust.models.pain import SYMPTOMS
from hipthrust.models.place import Band, Piece, Place
from hipthrust.models.session import Session
from hipthrust.models.set import FLAWS, BandUse, Set
from hipthrust.models.tombstone import DifferentContentError, StaleVersionError
from hipthrust.models.user import User

__all__ = [
    "FLAWS",
    "SYMPTOMS",
    "Band",
    "BandUse",
    "BodyWeight",
    "Clearance",
    "DifferentContentError",
    "Piece",
    "Place",
    "Session",
    "Set",
    "StaleVersionError",
    "User",
]
