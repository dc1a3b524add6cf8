"""`kkmp`: the register of Koperasi Kelurahan Merah Putih that a city office keeps for itself."""

__version__ = "1.0.0"
