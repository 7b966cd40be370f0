"""Sentences that name nobody and must stand as they are, by what tempts an engine to hide them."""

PLAIN: dict[str, tuple[str, ...]] = {
    "negations and contractions": (
        "She doesn't want police at the door and he isn't allowed in.", "It wasn't the first time and won't be the last.", "He didn't hit her; she hasn't said that he did.",
        "They couldn’t find her and she wouldn’t say why.", "She’s frightened, he’s charming, they’re isolated and we’ve no evidence.", "doesnt want a refuge, isnt ready, wont sign",
        "I'd ask that you don't ring; she'll ring you.", "She can't read and shouldn't be asked to.", "He hadn't been there. Weren't we told?", "Isn't safe to text. Doesn't drive. Hasn't eaten.",
    ),
    "a recorded name as an ordinary word": (
        "There was a red mark on her neck.", "There were marks on both arms.", "He rose from the sofa.", "The risk rose quickly.", "Mark the file as urgent.", "A mark was seen on the left cheek.",
        "RED MARK TO NECK, NO OTHER INJURY.", "She got full marks.", "A single rose was left on the bonnet.", "Question mark over consent.",
    ),
    "words that are names of others": (
        "She will ring if she may.", "It is a bill she cannot pay.", "I hope she engages.", "With grace and patience it may work.", "He will not frank the letter.", "Faith in the police is low.",
        "There is joy in the house again.", "i hope she rings and i hope he wont", "it brought her some joy", "He said \"Sorry\" and left.", "The second of the two reports.",
        "He came at the first of many chances.", "She sees two close friends.", "They had a row in the pub.", "Dawn is when he comes home.", "The heather was on fire.",
    ),
    "years, months, weekdays, times": (
        "This has gone on since 2019.", "In 2016 there was a conviction.", "It began in April and stopped in June.", "He comes on Saturdays and at Easter.", "She rang at 19:45, at 4am and again at 0730 hrs.",
        "The order ran out in March.", "Seen on Wednesday afternoon.", "May was quiet and August was worse.", "Call between 9 and 2.30.", "The summer of 2023 was calm.", "Every Thursday at 10am.", "Since Christmas he has been worse.",
    ),
    "law and procedure": (
        "Arrested for s.47 assault, released on bail.", "An offence under the Serious Crime Act 2015.", "Section 42 enquiry opened; section 20 does not apply.", "Practice Direction 12J applies.",
        "A DVPN was served and a DVPO applied for.", "NFA'd as she will not support.", "Charged with ABH and breach of a non-molestation order.", "Family Law Act 1996, s.42.", "Care Act advocate requested.", "Clare's Law disclosure made.", "The Domestic Abuse Act 2021 covers this.",
    ),
    "counts and measures": (
        "DASH 18 ticks, visible high risk.", "She has 2 children and 3 dogs.", "412 calls in six weeks.", "He took £300 and left £20.", "GCS 15, BP 98/60, HR 112.", "4 previous incidents, all standard.", "She was 19 weeks pregnant.", "He is 6ft tall.", "Two bruises, 3 cm each.", "71% attendance.", "Sertraline 50mg, ibuprofen 400mg.", "It took 14 minutes, 25 of them silent.",
    ),
    "the field's abbreviations": (
        "IDVA allocated, MARAC referral sent, DASH completed.", "OIC to update VLO; SPO to be considered.", "Known to CSC, ASC and EDT.", "PMH nil. NKDA. LMP June.", "BWV on. MG11 taken. CCTV requested.",
        "HV and GP informed, EPDS 14.", "IP declined statement, RUI.", "#NOF L, TXA given, obs stable.", "MASH, LADO, NRM, FMPO.", "Perp on licence, BBR and RAR days.", "CIN plan, ICPC next, s.47.", "UC and PIP in payment, DWP aware.", "MIL in the annexe, no LPA, DNACPR in place.",
    ),
    "services everybody has": (
        "Police, Women's Aid and the Crown Prosecution Service were told.", "The Home Office and the NHS hold records.", "Refuge has no space.", "She was seen by the Samaritans helpline.", "Children's Services will visit.", "Universal Credit has been claimed.", "Language Line was used.", "He was seen in A&E and by the crisis team.",
    ),
    "platforms, makes, medicines": (
        "He follows her on Facebook, Instagram and Snapchat.", "WhatsApp messages were read.", "She drives a red Corsa, he has a black Audi.", "An AirTag was found in the Transit.", "On fluoxetine, codeine and paracetamol.", "He checks her iPhone and her Alexa.",
    ),
    "words of a house and a body": (
        "The labrador barked, the kettle was thrown.", "Bruising to the forearm, petechiae, torn frenulum.", "She sleeps in the annexe with the cat.", "Naloxone given, wound dressed, sutures out.", "Haematoma over the zygoma.", "The pushchair, the trampoline and the greenhouse were smashed.", "She hid in the airing cupboard.", "The bannister is broken.",
    ),
    "list letters and headings": (
        "Section A. Referring agency.", "Section E. Reason for referral.", "Part B: Risk", "Appendix C", "Q12 control? Yes.", "Option A is refuge, option B is the sister.", "1. Police to visit. 2. Housing to change the locks.", "ACTIONS AND DECISIONS", "Any Other Business", "Risk Summary", "Present: police, housing, health",
    ),
    "placeholders of an earlier disguising": (
        "⟨victim⟩ told ⟨name A⟩ that ⟨perpetrator⟩ left.",
        "⟨name D⟩ and ⟨Child 1⟩ were seen on ⟨a date⟩.",
        "Mrs ⟨family name⟩ rang ⟨name S⟩ at ⟨an organisation⟩.",
        "PC ⟨name M⟩ took ⟨a number⟩ to ⟨a place⟩.",
    ),
    "no capitals, no points": (
        "saw her today she is ok but he wont leave her alone", "police been out twice this week nothing done", "she says its her fault it isnt", "hes got the kids and she cant get them back", "told her to ring 999 if he comes back",
    ),
}  # fmt: skip
