"""English names and places for practice data; phone numbers and NHS numbers from ranges kept for fiction.

Every name has six letters or more and is no word that a paper, a document's own parts or a list of agencies uses:
whoever looks for a name of the spreadsheet in the papers must never meet it by chance.
"""

from faker.providers import BaseProvider

WOMEN = [
    "Annabel",
    "Bronwen",
    "Deborah",
    "Eleanor",
    "Fionnuala",
    "Gwendolyn",
    "Harriet",
    "Imogen",
    "Jacqueline",
    "Kirsty",
    "Lorraine",
    "Rosalind",
    "Winifred",
    "Philippa",
]
MEN = [
    "Alistair",
    "Barnaby",
    "Callum",
    "Desmond",
    "Fergus",
    "Gareth",
    "Hamish",
    "Iestyn",
    "Jolyon",
    "Lachlan",
    "Malcolm",
    "Quentin",
    "Rupert",
    "Torquil",
]
CHILDREN = [
    "Bethan",
    "Eloise",
    "Freddie",
    "Gethin",
    "Jayden",
    "Maisie",
    "Ottilie",
    "Rhiannon",
    "Tabitha",
    "Zachary",
    "Saoirse",
    "Caitlin",
]
SURNAMES = [
    "Ackroyd",
    "Birtwhistle",
    "Cattermole",
    "Dunwoody",
    "Entwistle",
    "Fothergill",
    "Garroway",
    "Hathersage",
    "Inskip",
    "Jephcott",
    "Kettleborough",
    "Lonsborough",
    "Mossop",
    "Netherwood",
    "Oxtoby",
    "Pargeter",
    "Quarmby",
    "Ramsbottom",
    "Satterthwaite",
    "Tunnicliffe",
    "Utterthwaite",
    "Vickerstaff",
]
TOWNS = ["Thornwick", "Osgarby", "Pellowby", "Wraxholme", "Tarnshaw", "Quenbury"]
STREETS = ("Brackwell Terrace", "Heskethe Crescent", "Dunmallow Avenue", "Larkspur Gardens", "Skelwith Grove")
SCHOOLS = ("Fennimore Primary", "Ashgarth Primary", "Dellcombe Academy")


class EnglishProvider(BaseProvider):
    """Names, towns and streets; all places are invented."""

    def en_woman(self) -> str:
        return str(self.random_element(WOMEN))

    def en_man(self) -> str:
        return str(self.random_element(MEN))

    def en_child(self) -> str:
        return str(self.random_element(CHILDREN))

    def en_surname(self) -> str:
        return str(self.random_element(SURNAMES))

    def en_town(self) -> str:
        return str(self.random_element(TOWNS))

    def en_street(self) -> str:
        return str(self.random_element(STREETS))

    def en_school(self) -> str:
        return str(self.random_element(SCHOOLS))

    def en_phone(self) -> str:
        return f"07700 900{self.random_int(100, 999)}"

    def en_postcode(self) -> str:
        """No postcode area is called ZZ."""
        return f"ZZ{self.random_int(11, 98)} {self.random_int(1, 9)}{self.lexify('??', letters='ABDEFGHJLNPQRSTUWXYZ')}"

    def en_nhs_number(self) -> str:
        """A number that passes its check, of the 999 range that is never given to anyone."""
        while True:
            digits = [9, 9, 9, *(self.random_int(0, 9) for _place in range(6))]
            check = 11 - sum(digit * weight for digit, weight in zip(digits, range(10, 1, -1), strict=True)) % 11
            if check != 10:
                whole = "".join(map(str, [*digits, check % 11]))
                return f"{whole[:3]} {whole[3:6]} {whole[6:]}"
