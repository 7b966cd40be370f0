"""More hands: an agenda with two things in a cell, questions in both languages, an odd order, persons of concern."""

# Sheets read best as they lie.
# fmt: off

from datetime import date
from pathlib import Path

from xlsxwriter import Workbook

from tests.intake.hands.making import Sheet, case, child, delimited, fill, open_document, perp, person, victim


def _agenda(path: Path) -> None:   # several children notations + two victims same household + mess
    with Workbook(path) as book:
        p=book.add_worksheet("MARAC 19 Nov")
        fill(book,p,[
          ["","MARAC AGENDA LIST – 19 NOVEMBER 2026",""],
          ["","","Chair: DI Rob Haines  Tel 01632 960300"],
          ["","","","",""],
          ["","No","Victim details","","Perpetrator details","","Children","Ref agency / date","High risk indicators & incident","DASH","Consent"],
          ["","","Name / DOB","Address / tel","Name / DOB","Address","","","","",""],
          ["","1","Ellen Marsden\n12/10/1985","6 Fell View, Kirkby KB1 1AA\n07700 900241","Craig Marsden\n04/07/1983","HMP Kirkby","Lola 9, Max 7 (both Fell View Primary)","Police\n02/11/2026","He rang from prison 30 times.\n\"I'll be out by Christmas.\"","20","Y"],
          ["","2","Priti Shah-Dent\n(dob 30/06/1994)","refused","Oliver Dent\ndob 1.1.1992","14 Beck Rd, Kirkby","1. Maya (3yrs)\n2. Baby Dev (4 months)","Health visitor\n05/11/2026","Pushed while holding the baby.","13","N"],
          ["","3","Sandra Kay Towle\n19.02.1959","22 Mill St, Kirkby, KB2 4RT","Lee Towle (son)\n17.03.1988","same as victim","None","Adult social care - 06/11/2026","Takes her bank card, breaks doors.","16","Y"],
        ])
AGENDA = Sheet("agenda_list.xlsx", _agenda, [
 case("MARAC 19 Nov",6,"2026-11-02","Police",[victim("Ellen","Marsden",born="1985-10-12",phones=["07700900241"],at=("6 Fell View","Kirkby","KB1 1AA")),perp("Craig","Marsden",born="1983-07-04",at=("HMP Kirkby","","")),
   child("Lola",age=9,school="Fell View Primary"),child("Max",age=7,school="Fell View Primary")],'He rang from prison 30 times.\n"I\'ll be out by Christmas."',risk=(20,""),consent="given"),
 case("MARAC 19 Nov",7,"2026-11-05","Health visitor",[victim("Priti","Shah-Dent",born="1994-06-30",accept={"address":["refused"]}),perp("Oliver","Dent",born="1992-01-01",at=("14 Beck Rd","Kirkby","")),child("Maya",age=3),child("Dev",accept={"name":["Baby Dev"]})],"Pushed while holding the baby.",risk=(13,""),consent="refused",keep=["4 months"]),
 case("MARAC 19 Nov",8,"2026-11-06","Adult social care",[victim("Sandra Kay","Towle",born="1959-02-19",at=("22 Mill St","Kirkby","KB2 4RT")),perp("Lee","Towle",born="1988-03-17",rel="son",at=("22 Mill St","Kirkby","KB2 4RT"),accept={"address":[""],"postcode":[""]})],"Takes her bank card, breaks doors.",risk=(16,""),consent="given"),
],ignore=[("MARAC 19 Nov",r) for r in (1,2,4,5)])

def _week(path: Path) -> None:  # transposed, labels both languages, month names, hidden column, comments
    with Workbook(path) as book:
        p=book.add_worksheet("Java")
        fill(book,p,[
          ["Pyetja / Question","Rasti A","Rasti B","Rasti C"],
          ["Data e referimit / Date of referral","1 tetor 2026","2.10.26",date(2026,10,5)],
          ["Kush e referoi / Who referred","Policia","NJVKSH","Policia"],
          ["Emri i viktimës / Victim's name","Ermira Gjata","Valbona Krasta (e lindur Dema)","Zyra Molla"],
          ["Datëlindja / Date of birth","4 shtator 1986","19.12.2000","viti 1975"],
          ["Tel. viktimës / Victim's phone","069-000-1801","0690001802 (e motrës: 0690001803)",""],
          ["Adresa / Address","Lagjja Re, p. 12, Bregas","Fshati Zall","Lagjja Re, p. 3, Bregas"],
          ["Dhunuesi / Perpetrator","Artur Gjata","Klodian Krasta","Agron Molla, 52 vjeç"],
          ["Datëlindja e dhunuesit / His date of birth","","3 prill 1995",""],
          ["Lidhja / Relationship","burri","bashkëjetues","vëllai"],
          ["Fëmijët / Children","Deni 2010, Sara 2014","","s'ka"],
          ["Pëlqimi / Consent","po","nuk u pyet","jo"],
          ["Rreziku / Risk","i lartë","mesatar","i lartë"],
          ["Çfarë ndodhi / What happened","E qëlloi me karrige.","I dogji rrobat.\nE la jashtë.","Nuk e lë të flasë."],
          ["Shënime / Notes","","ka frikë nga kunati",""],
        ])
        p.set_column(3,3,None,None,{"hidden":True})
        p.write_comment(5,1,"jo pas orës 20")
WEEK = Sheet("java.xlsx", _week, [
 case("Java",4,"2026-10-01","Policia",[victim("Ermira","Gjata",born="1986-09-04",phones=["0690001801"],at=("Lagjja Re, p. 12","Bregas","")),perp("Artur","Gjata",rel="burri"),child("Deni"),child("Sara")],"E qëlloi me karrige.",risk=(None,"high"),consent="given",keep=["jo pas orës 20","2010"]),
 case("Java",4,"2026-10-02","NJVKSH",[victim("Valbona","Krasta",aka=["Dema"],born="2000-12-19",phones=["0690001802"],at=("Fshati Zall","","")),perp("Klodian","Krasta",born="1995-04-03",rel="bashkëjetues")],"I dogji rrobat.\nE la jashtë.",risk=(None,"medium"),consent="not asked",keep=["ka frikë nga kunati","0690001803"]),
 case("Java",4,"2026-10-05","Policia",[victim("Zyra","Molla",at=("Lagjja Re, p. 3","Bregas","")),perp("Agron","Molla",age=52,rel="vëllai")],"Nuk e lë të flasë.",risk=(None,"high"),consent="refused",keep=["1975"]),
])

def _odd_order(path: Path) -> None:  # csv with comma, quotes, trailing columns, odd order
    path.write_bytes(delimited([
      ["What happened","Victim","Perp","When referred","By whom","Kids","Victim contact","Victim DOB","Perp DOB","Consent given?","Risk","Ref"],
      ["He said, \"you'll never see them again\"; then left.\n\nNothing since.","Fiona MacAuley","Ewan MacAuley","Thursday 5 November 2026","Women's Aid","Isla (b. 2015) & Rory (b. 2018)","fiona.m@post.example / 07700 900251","25/12/1988","1 Jan 1985","Yes (written)","HIGH - 18","A1"],
      ["  Text with spaces kept   inside  ","Mx Ash Ferreira","Jordan Lee (they/them)","2026-11-06T00:00:00","GP","","07700900252","2001-02-03","","No","Medium","A2"],
      ["","","","","","","","","","","",""],
      ["Repeat of A1: came back at night.","Fiona MacAuley","Ewan MacAuley","12/11/2026","Women's Aid","","","25/12/1988","01/01/1985","Yes","HIGH","A3"],
    ],",","utf-8"))
ODD_ORDER = Sheet("odd_order.csv", _odd_order, [
 case("",2,"2026-11-05","Women's Aid",[victim("Fiona","MacAuley",born="1988-12-25",phones=["07700900251"],emails=["fiona.m@post.example"]),perp("Ewan","MacAuley",born="1985-01-01"),child("Isla"),child("Rory")],"He said, \"you'll never see them again\"; then left.\n\nNothing since.",risk=(18,"high"),consent="given"),
 case("",3,"2026-11-06","GP",[victim("Ash","Ferreira",born="2001-02-03",phones=["07700900252"]),perp("Jordan","Lee")],"Text with spaces kept   inside",risk=(None,"medium"),consent="refused",keep=["they/them"]),
 case("",5,"2026-11-12","Women's Aid",[victim("Fiona","MacAuley",born="1988-12-25"),perp("Ewan","MacAuley",born="1985-01-01")],"Repeat of A1: came back at night.",risk=(None,"high"),consent="given"),
])

def _persons(path: Path) -> None:  # person per row in English, roles in other words, case header rows between, children numbering
    open_document(path,{"Persons":[
      ["Case ref","Type","Full name","Known as","Date of birth / age","Gender","Phone(s)","E-mail","Home address","Relationship to victim","Referral date","Referrer","Facts","Alerts"],
      ["K-11","Survivor","Ngaio Whare","","06/02/1984","F","07700 900261 & 07700 900262","","5 Tide St, Eastport EP1 1EE","","10/11/2026","Refuge","He is due for release on the 28th.\nShe is moving.","New address not to be shared"],
      ["K-11","Person of concern","Tama Whare","TJ","40","M","","","HMP Eastport","ex-husband","","","",""],
      ["K-11","Child 1","Aroha Whare","","2011-03-09","F","","","with mother","daughter","","","",""],
      ["K-11","Child 2","Wiremu Whare","Wi","8 yrs","M","","","with mother","son","","","",""],
      ["K-11","Grandparent","Hine Whare","","","F","07700 900263","","","mother of survivor","","","","supportive"],
      ["K-12","Survivor","Dolores Pike","","1/5/1950","F","","dolores@post.example","Sheltered flat 8, Eastport","","11/11/2026","Housing","Will not say who.","no calls"],
      ["K-13","Person of concern","Sam Old","","","M","","","","grandson","12/11/2026","GP","",""],
      ["K-13","Survivor","Winifred Old","","12/12/1939","F","","","Oak House, Eastport","","","","Sold her piano.",""],
    ]},{("Persons",1,6):"second number is her sister's"})
PERSONS = Sheet("persons.ods", _persons, [
 case("Persons",2,"2026-11-10","Refuge",[victim("Ngaio","Whare",born="1984-02-06",gender="F",phones=["07700900261","07700900262"],at=("5 Tide St","Eastport","EP1 1EE")),perp("Tama","Whare",aka=["TJ"],age=40,gender="M",at=("HMP Eastport","",""),rel="ex-husband"),
   child("Aroha","Whare",born="2011-03-09",gender="F",rel="daughter",at=("5 Tide St","Eastport","EP1 1EE"),accept={"address":[""],"postcode":[""],"relationship_to_victim":[""]}),child("Wiremu","Whare",aka=["Wi"],age=8,gender="M",rel="son",at=("5 Tide St","Eastport","EP1 1EE"),accept={"address":[""],"postcode":[""],"relationship_to_victim":[""]}),
   person("other","Hine","Whare",gender="F",phones=["07700900263"],rel="mother of survivor",accept={"role":["relative"],"relationship_to_victim":["Grandparent"]})],"He is due for release on the 28th.\nShe is moving.",keep=["New address not to be shared","second number is her sister's","supportive"]),
 case("Persons",7,"2026-11-11","Housing",[victim("Dolores","Pike",born="1950-05-01",gender="F",emails=["dolores@post.example"],at=("Sheltered flat 8","Eastport",""))],"Will not say who.",keep=["no calls"]),
 case("Persons",9,"2026-11-12","GP",[victim("Winifred","Old",born="1939-12-12",gender="F",at=("Oak House","Eastport","")),perp("Sam","Old",gender="M",rel="grandson")],"Sold her piano."),
])
SHEETS = [AGENDA, WEEK, ODD_ORDER, PERSONS]
