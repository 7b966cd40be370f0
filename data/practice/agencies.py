"""The made-up agencies of the practice area; named by what they do, so that no paper's word is a name."""

from data.records.agency import Agency

_LIST = (
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


def agencies() -> tuple[Agency, ...]:
    return tuple(Agency(code=code, name=name, sector=sector) for code, name, sector in _LIST)
