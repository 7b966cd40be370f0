"""Albanian names and places for practice data: Faker's own Albanian locale gives American ones."""

from faker.providers import BaseProvider

_WOMEN = [
    "Arjeta",
    "Blerina",
    "Dorina",
    "Elvana",
    "Fatbardha",
    "Gentjana",
    "Ilirjana",
    "Jonida",
    "Klodiana",
    "Lindita",
    "Majlinda",
    "Nertila",
    "Ornela",
    "Rezarta",
    "Suela",
    "Teuta",
    "Valmira",
    "Zamira",
]
_MEN = [
    "Altin",
    "Bledar",
    "Dritan",
    "Edmond",
    "Fatos",
    "Gramoz",
    "Ilir",
    "Kastriot",
    "Ledian",
    "Mentor",
    "Nikoll",
    "Olsi",
    "Perparim",
    "Qazim",
    "Rexhep",
    "Skender",
    "Taulant",
    "Vladimir",
]
_CHILDREN = [
    "Amarilda",
    "Brajan",
    "Denisa",
    "Enkel",
    "Fjona",
    "Geralt",
    "Ingrid",
    "Kejsi",
    "Megi",
    "Noel",
    "Orges",
    "Reana",
    "Sidrit",
    "Xhoana",
]
_SURNAMES = [
    "Bregasi",
    "Cenolli",
    "Dervishaj",
    "Elezi",
    "Ferhati",
    "Gjokaj",
    "Haxhillari",
    "Kacorri",
    "Lamcaj",
    "Muslliu",
    "Ndrecaj",
    "Osmanllari",
    "Prendushi",
    "Qemali",
    "Rrapollari",
    "Shyti",
    "Tafilica",
    "Vrenozi",
    "Xhelilaj",
    "Zaganjori",
]
_TOWNS = ["Brezhdan", "Gurakuç", "Kodrëzim", "Lumbardhas", "Mollëbardhë", "Shkëmbaj"]
_STREETS = ["Kalemi", "Bardhoshi", "Ndriçimi", "Thanëza", "Lajthiza"]


class AlbanianProvider(BaseProvider):
    """Names, towns and streets; all places are invented."""

    def sq_woman(self) -> str:
        return str(self.random_element(_WOMEN))

    def sq_man(self) -> str:
        return str(self.random_element(_MEN))

    def sq_child(self) -> str:
        return str(self.random_element(_CHILDREN))

    def sq_surname(self) -> str:
        return str(self.random_element(_SURNAMES))

    def sq_town(self) -> str:
        return str(self.random_element(_TOWNS))

    def sq_street(self) -> str:
        return f"Rr. {self.random_element(_STREETS)}"

    def sq_phone(self) -> str:
        return f"+355 69 012 {self.random_int(1000, 9999)}"
