"""Albanian names and places for practice data: Faker's own Albanian locale gives American ones.

Every name has six letters or more and is no word that a paper, a document's own parts or a list of agencies uses.
"""

from faker.providers import BaseProvider

WOMEN = [
    "Arjeta",
    "Blerina",
    "Dorina",
    "Elvana",
    "Gentjana",
    "Ilirjana",
    "Jonida",
    "Klodiana",
    "Lindita",
    "Majlinda",
    "Nertila",
    "Ornela",
    "Rezarta",
    "Valmira",
    "Zamira",
    "Xhensila",
]
MEN = [
    "Arbnor",
    "Bledar",
    "Dritan",
    "Edmond",
    "Florjan",
    "Gramoz",
    "Hysamedin",
    "Kastriot",
    "Ledian",
    "Nikoll",
    "Qazimir",
    "Rexhep",
    "Skender",
    "Taulant",
    "Vladimir",
    "Zyhdian",
]
CHILDREN = [
    "Amarilda",
    "Brajan",
    "Denisa",
    "Geralt",
    "Ingrid",
    "Kristel",
    "Mateus",
    "Rigersa",
    "Sidrit",
    "Xhoana",
    "Anxhela",
    "Ergisa",
]
SURNAMES = [
    "Bregasi",
    "Cenolli",
    "Dervishaj",
    "Ferhati",
    "Gjokaj",
    "Haxhillari",
    "Kacorri",
    "Lamcaj",
    "Muslliu",
    "Ndrecaj",
    "Osmanllari",
    "Prendushi",
    "Qemalaj",
    "Rrapollari",
    "Shytaj",
    "Tafilica",
    "Vrenozi",
    "Xhelilaj",
    "Zaganjori",
    "Bardhollari",
]
TOWNS = ["Brezhdan", "Gurakuç", "Kodrëzim", "Lumbardhas", "Mollëbardhë", "Shkëmbaj"]
STREETS = ["Kalemaj", "Bardhoshi", "Ndriçimaj", "Thanëzi", "Lajthizaj"]
SCHOOLS = ["Fatbardhaj", "Zambakaj", "Krojmirë"]


class AlbanianProvider(BaseProvider):
    """Names, towns and streets; all places are invented."""

    def sq_woman(self) -> str:
        return str(self.random_element(WOMEN))

    def sq_man(self) -> str:
        return str(self.random_element(MEN))

    def sq_child(self) -> str:
        return str(self.random_element(CHILDREN))

    def sq_surname(self) -> str:
        return str(self.random_element(SURNAMES))

    def sq_town(self) -> str:
        return str(self.random_element(TOWNS))

    def sq_street(self) -> str:
        return f"Rr. {self.random_element(STREETS)}"

    def sq_school(self) -> str:
        return f"Shkolla {self.random_element(SCHOOLS)}"

    def sq_phone(self) -> str:
        return f"+355 69 012 {self.random_int(1000, 9999)}"
