"""More hands: a police return in an old format, an Albanian centre's list, a sheet for each agency, a form in parts."""

# Sheets read best as they lie.
# fmt: off

import shutil
from datetime import date
from pathlib import Path

from xlsxwriter import Workbook

from tests.intake.hands.making import Sheet, case, child, delimited, fill, perp, person, victim


def _return(path: Path) -> None:
    shutil.copy(Path(__file__).with_name("brampton.xls"), path)


RETURN = Sheet("brampton.xls", _return,[
 case("Return",5,"2026-11-02","",[victim("Leanne Marie","Whitcombe",born="1992-03-08",phones=["07700900211"]),perp("Tyrone","Garner",born="1989-10-01",rel="Ex Partner"),
   child("Tia","Garner",born="2014-05-05",school="Brampton Juniors",accept={"name":["Garner Tia"]}),child("Kai","Garner",born="2017-06-06",school="Brampton Infants",accept={"name":["Garner Kai"]})],
   "Kicked in the back door; threatened to burn the house with her in it.",risk=(19,""),crimes=["42DA/6611/26"],orders=["Not to contact, not to enter Vale Road"],keep=["Yes - mobile only"],accept={"referring_agency":["Brampton Police DA unit"]}),
 case("Return",7,"2026-11-04","",[victim("Nasreen","ALI",born="1978-09-12",phones=["07700900212","01632960212"]),perp("Tariq","ALI",rel="Husband")],"Found crying in the car park.\nSays he follows her to work.",risk=(12,""),criteria=["professional judgement"],crimes=["42DA/6634/26"],keep=["he checks her phone","31/04/1974"]),
 case("Return",8,"2026-11-05","",[victim("Joyce","Pender"),perp("Keith","Pender",rel="Son")],"Bruising to both arms, explanations differ.",risk=(7,""),criteria=["professional judgement"]),
],ignore=[("Return",r) for r in (1,3,9)])

def _centre(path: Path) -> None:
    path.write_bytes(delimited([
     ["MARAC - raste per mbledhjen e dates 26.11.2026","","","",""],
     ["Sjelle nga: Qendra Keshilluese per Gra, Kavaje","","","",""],
     [],
     ["Data","Emri i gruas","Mosha","Kontakti","Partneri","Mosha e partnerit","Sa femije","Emrat e femijeve","Historia","Rreziku (L/M/U)","Ka dhene pelqim?","Kujdes!"],
     ["2.11.26","Mimoza Toçi","34 vjec","069 000 1701 (mos dergo sms)","Fatjon Toçi","38","2","Amelia 10 vjec, Arlind 7","I hodhi uje te nxehte; \"ishte aksident\", thote ai.","L","Po","Ai e lexon telefonin"],
     ["3.11.26","Elda","27 vjec","069 000 1702","i dashuri, Gledis Pasha","29","asnje","","E filmoi fshehurazi.","M","Jo, ka frike","S'banon me te"],
     ["5.11.26","Teuta Brahimi","51 vjec","-","burri (Hekuran)","55","3 (te rritur)","","E le pa ilaçe.","L","Po, me goje",""],
     ["","","","","","","","","","","",""],
     ["Shenim: rastet 1 dhe 2 jane urgjente","","","",""],
    ],"\t","cp1252"))
CENTRE = Sheet("kavaje.csv", _centre, [
 case("",5,"2026-11-02","Qendra Keshilluese per Gra, Kavaje",[victim("Mimoza","Toçi",age=34,phones=["0690001701"]),perp("Fatjon","Toçi",age=38),child("Amelia",age=10),child("Arlind",age=7)],'I hodhi uje te nxehte; "ishte aksident", thote ai.',risk=(None,"high"),consent="given",keep=["mos dergo sms","Ai e lexon telefonin"]),
 case("",6,"2026-11-03","Qendra Keshilluese per Gra, Kavaje",[victim("Elda",age=27,phones=["0690001702"]),perp("Gledis","Pasha",age=29,accept={"relationship_to_victim":["i dashuri"]})],"E filmoi fshehurazi.",risk=(None,"medium"),consent="refused",keep=["S'banon me te"]),
 case("",7,"2026-11-05","Qendra Keshilluese per Gra, Kavaje",[victim("Teuta","Brahimi",age=51),perp("Hekuran",age=55,accept={"relationship_to_victim":["burri"]})],"E le pa ilaçe.",risk=(None,"high"),consent="given",children=3),
],ignore=[("",1),("",2),("",9)])

def _agencies(path: Path) -> None:
    with Workbook(path) as book:
        for n,rows in {"Housing":[
            ["Referrals from: Northgate Homes (housing association)"],[],
            ["Tenant","Tenant DOB","Tenancy address","Contact","Other household members","Alleged abuser","His/her DOB","Connection","Date passed to MARAC","What has happened","Consent"],
            ["Mrs Shirley Bassett","4 Feb 1967","17 Northgate Court, Brampton BR3 1NG","07700 900221 not after 4pm","Daughter Kim (19), grandson Leo (2)","Barry Bassett","11/11/1964","Husband",date(2026,11,10),"Neighbour reports: screaming, then silence.","Y"],
            ["Mr Olu Adebayo","23/07/1990","2 Mews Flat, Brampton, BR3 2AA","07700900222","","Daniel Frost","","Ex-boyfriend",date(2026,11,11),"Key copied; clothes cut up.","Y"]],
          "CYPS":[
            ["Child","Child DOB","Mother (victim)","Mother's DOB","Mother's tel","Father / partner (perpetrator)","DOB","Social worker","Date of referral","Summary","Consent of mother"],
            ["Jaden Scott; Jayla Scott","01/04/2013; 09/09/2016","Nicola Scott","13/06/1991","07700 900223","Wayne Tully","02/02/1988","Priya Nair 07700 900299","12/11/2026","Jaden told his teacher about the knife.","not asked"],
            ["Unborn baby Okoro","due 14/02/2027","Blessing Okoro","30/01/2002","07700 900224","Unknown","","Priya Nair","13/11/2026","Missed three scans; black eye.","verbal"]],
          "Read me":[["Each agency has its own sheet."],["Do not rename the sheets."],["Questions: marac@brampton.example"]]}.items():
            fill(book, book.add_worksheet(n), rows)
AGENCIES = Sheet("agencies.xlsx", _agencies, [
 case("Housing",4,"2026-11-10","Northgate Homes (housing association)",[victim("Shirley","Bassett",born="1967-02-04",phones=["07700900221"],at=("17 Northgate Court","Brampton","BR3 1NG"),accept={"address":["17 Northgate Court, Brampton"]}),perp("Barry","Bassett",born="1964-11-11",rel="Husband"),
   person("other","Kim",optional=True,accept={"role":["child","relative"],"name":["Kim","Daughter Kim"],"relationship_to_victim":["Daughter"]}),person("other","Leo",optional=True,accept={"role":["child","relative"],"name":["grandson Leo"],"relationship_to_victim":["grandson"]})],
   "Neighbour reports: screaming, then silence.",consent="given",accept={"referring_agency":["Housing"]},keep=["not after 4pm","Kim","Leo"]),
 case("Housing",5,"2026-11-11","Northgate Homes (housing association)",[victim("Olu","Adebayo",born="1990-07-23",phones=["07700900222"],at=("2 Mews Flat","Brampton","BR3 2AA")),perp("Daniel","Frost",rel="Ex-boyfriend")],"Key copied; clothes cut up.",consent="given",accept={"referring_agency":["Housing"]}),
 case("CYPS",2,"2026-11-12","",[victim("Nicola","Scott",born="1991-06-13",phones=["07700900223"]),perp("Wayne","Tully",born="1988-02-02"),child("Jaden","Scott",born="2013-04-01"),child("Jayla","Scott",born="2016-09-09")],"Jaden told his teacher about the knife.",consent="not asked",keep=["Priya Nair"],accept={"referring_agency":["CYPS"]}),
 case("CYPS",3,"2026-11-13","",[victim("Blessing","Okoro",born="2002-01-30",phones=["07700900224"])],"Missed three scans; black eye.",consent="given",accept={"children_count":[1],"referring_agency":["CYPS"]},keep=["due 14/02/2027"]),
],ignore=[("Housing",1)])

def _parts(path: Path) -> None:
    with Workbook(path) as book:
        p=book.add_worksheet("Referral")
        fill(book,p,[
          [None,None,"CONFIDENTIAL"],
          ["Ref:",None,"H/26/77",None,"Date:",None,"17th November 2026"],
          [],
          ["PART A – THE VICTIM"],
          ["Name:",None,"Roisin Daly-Kerr",None,"Preferred name:",None,"Ro"],
          ["Date of birth:",None,"08.08.88",None,"Gender:",None,"Female"],
          ["Address:",None,"Apt 4, The Maltings",None,"Mobile:",None,"07700 900231"],
          [None,None,"Brewery Lane, Ardmore"],
          [None,None,"AR2 7PQ"],
          ["Any disability?",None,"Hearing loss (left)",None,"First language:",None,"Irish"],
          [],
          ["PART B – THE PERPETRATOR(S)"],
          ["Name",None,"DOB",None,"Relationship",None,"Address"],
          ["Declan Kerr",None,"29/02/1984",None,"husband",None,"as above"],
          ["Bridie Kerr",None,"not known",None,"mother-in-law",None,"Ardmore, 9 Chapel St"],
          [],
          ["PART C – CHILDREN"],
          ["Name",None,"DOB",None,"School",None,"Lives with"],
          ["Fionn Kerr",None,"12/12/2012",None,"Ardmore Community School",None,"victim"],
          ["Saoirse Kerr",None,date(2016,1,31),None,"St Brigid's NS",None,"victim"],
          [],
          ["PART D – WHY IS THIS CASE HIGH RISK?"],
          ["He held a pillow over her face. ‘I could have done it,’ he said.\n\nShe has packed a bag; it is at her sister's."],
          [],
          ["PART E – RISK"],
          ["DASH score:",None,"22 / 24",None,"Criteria met:",None,"Visible high risk, professional judgement"],
          ["Orders:",None,"Barring order (interim) to 30/11/26"],
          ["Consent:",None,"Yes",None,"If no, why not?"],
          [],
          ["Referrer:",None,"Garda Síle Ní Bhriain",None,"Agency:",None,"Garda DVU"],
          ["Phone:",None,"01632 960231"],
        ])
        p.write_comment(6,6,"husband pays the bill - he sees every number")
PARTS = Sheet("part_form.xlsx", _parts, [
 case("Referral",5,"2026-11-17","Garda DVU",[victim("Roisin","Daly-Kerr",aka=["Ro"],born="1988-08-08",gender="female",phones=["07700900231"],at=("Apt 4, The Maltings, Brewery Lane","Ardmore","AR2 7PQ")),
   perp("Declan","Kerr",born="1984-02-29",rel="husband",at=("Apt 4, The Maltings, Brewery Lane","Ardmore","AR2 7PQ"),accept={"address":[""],"postcode":[""]}),perp("Bridie","Kerr",rel="mother-in-law",at=("Ardmore","9 Chapel St","")),
   child("Fionn","Kerr",born="2012-12-12",school="Ardmore Community School", at=("Apt 4, The Maltings, Brewery Lane", "Ardmore", "AR2 7PQ")),child("Saoirse","Kerr",born="2016-01-31",school="St Brigid's NS", at=("Apt 4, The Maltings, Brewery Lane", "Ardmore", "AR2 7PQ"))],
   "He held a pillow over her face. ‘I could have done it,’ he said.\n\nShe has packed a bag; it is at her sister's.",risk=(22,""),criteria=["visible high risk","professional judgement"],consent="given",orders=["Barring order (interim) to 30/11/26"],keep=["Hearing loss (left)","he sees every number","Síle Ní Bhriain"]),
])
SHEETS = [RETURN, CENTRE, AGENCIES, PARTS]
