"""The least an update can be: Typer, SQLModel, one row changed and one line of history, one Rich
line.
"""

from __future__ import annotations

import typer
from rich.console import Console
from sqlmodel import Field, Session, SQLModel, create_engine, select

app = typer.Typer()


class Cooperative(SQLModel, table=True):
    """A row of the register."""

    id: int | None = Field(default=None, primary_key=True)
    kode: str = Field(unique=True)
    anggota: int = 0


class Event(SQLModel, table=True):
    """A row of its history."""

    id: int | None = Field(default=None, primary_key=True)
    kode: str
    old: int
    new: int


@app.command()
def update(register: str, kode: str, members: int, prepare: bool = False) -> None:
    """Sets the members of one cooperative; with --prepare a register of 267 is made first."""
    engine = create_engine(f"sqlite:///{register}")
    with Session(engine) as session:
        if prepare:
            SQLModel.metadata.create_all(engine)
            session.add_all(Cooperative(kode=f"{kode}.{number}") for number in range(266))
            session.add(Cooperative(kode=kode))
        held = session.exec(select(Cooperative).where(Cooperative.kode == kode)).one()
        session.add(Event(kode=kode, old=held.anggota, new=members))
        old, held.anggota = held.anggota, members
        session.add(held)
        session.commit()
    Console().print(f"{kode}: anggota {old} -> {members}")


if __name__ == "__main__":
    app()
