"""The made-up agencies of a practice area; named by what they do, so that no paper's word is a name."""

from data.records.agency import Agency

_ENGLISH = (
    ("police", "Police", "police"),
    ("idva", "IDVA service", "IDVA service"),
    ("primary", "Primary care", "primary care"),
    ("hospital", "Acute trust", "acute trust"),
    ("probation", "Probation", "probation"),
    ("housing", "Housing", "housing"),
    ("children", "Children's social care", "children's social care"),
    ("mental", "Mental health", "mental health"),
    ("adults", "Adult safeguarding", "adult safeguarding"),
    ("education", "Education", "education"),
    ("substance", "Drug and alcohol service", "drug and alcohol"),
    ("refuge", "Women's refuge", "specialist service"),
)
_ALBANIAN = (
    ("policia", "Policia", "policia"),
    ("sociale", "Shërbimet sociale", "shërbimet sociale"),
    ("njmf", "Njësia për Mbrojtjen e Fëmijës", "mbrojtja e fëmijës"),
    ("shendeti", "Njësia shëndetësore", "njësia shëndetësore"),
    ("mjekligjori", "Mjeku ligjor", "mjeku ligjor"),
    ("prokuroria", "Prokuroria", "prokuroria"),
    ("gjykata", "Gjykata", "gjykata"),
    ("permbarimi", "Zyra e përmbarimit", "përmbaruesi"),
    ("arsimi", "Zyra arsimore", "zyra arsimore"),
    ("punesimi", "Zyra e punës", "zyra e punës"),
    ("qendra", "Qendra e këshillimit", "OJF"),
    ("streheza", "Strehëza", "strehëza"),
)
_CORE = {"police", "idva", "primary", "housing", "children", "policia", "sociale", "njmf", "shendeti"}


def agencies(language: str = "en") -> tuple[Agency, ...]:
    """Those of the country whose practice speaks ``language``; the first is the police."""
    listed = _ALBANIAN if language == "sq" else _ENGLISH
    return tuple(Agency(code=code, name=name, sector=sector, core=code in _CORE) for code, name, sector in listed)
