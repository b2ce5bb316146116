"""Place names, peoples and head nouns: how names of other sets are refined."""
import csv
import io
import os
import re
import zipfile

STATES = """Alabama Alaska Arizona Arkansas California Colorado Connecticut
Delaware Florida Georgia Hawaii Idaho Illinois Indiana Iowa Kansas Kentucky
Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi Missouri
Montana Nebraska Nevada New_Hampshire New_Jersey New_Mexico New_York
North_Carolina North_Dakota Ohio Oklahoma Oregon Pennsylvania Rhode_Island
South_Carolina South_Dakota Tennessee Texas Utah Vermont Virginia Washington
West_Virginia Wisconsin Wyoming Ontario Quebec Alberta Manitoba Scotland Wales
England Northern_Ireland Bavaria Catalonia Kashmir Punjab Chechnya Kosovo
Kurdistan Gaza West_Bank Gaza_Strip Crimea Abkhazia South_Ossetia
Nagorno-Karabakh Tibet Xinjiang Hong_Kong Taiwan Palestine Darfur Donetsk
Luhansk Transnistria Somaliland Puerto_Rico Guam Chechenya Yugoslavia
Soviet_Union USSR U.S.S.R. Czechoslovakia East_Germany West_Germany Zaire
Burma U.S. US USA U.S.A. UK U.K. UAE United_States United_Kingdom America
Britain Great_Britain Holland Russia Iran Syria North_Korea South_Korea Korea
Ivory_Coast Bosnia Macedonia Vietnam Laos Tanzania Venezuela Bolivia Moldova
Vatican Czech_Republic Turkey D.C. Washington_D.C. N.Y. Calif. Fla. Md. Va.
Mass. Pa. Ill. N.J. N.C. Conn. Mich. Ariz. Ga. Wash. Mo. Ky. Ind. Ala. La.
Tenn. Minn. Wis. Colo. Okla. Nev. Ore. CA TX FL NY IL NJ PA OH""".split()

CONTINENTS = """europe asia africa america americas north_america
south_america latin_america central_america antarctica oceania australasia
middle_east far_east balkans caucasus caribbean scandinavia atlantic pacific
mediterranean earth world moon mars""".replace("_", " ").split()

PEOPLES = """Republican Democrat Democratic GOP Tory Labourite Communist Nazi
Christian Muslim Moslem Islamic Islamist Jewish Jew Catholic Protestant
Orthodox Anglican Baptist Methodist Mormon Evangelical Hindu Sikh Buddhist
Sunni Shiite Shia Shi'ite Alawite Druze Yazidi Kurdish Kurd Arab Arabic Persian
European African Asian American African-American Hispanic Latino Latin
Palestinian Israeli British Briton English Englishman Scottish Scot Welsh Irish
Dutch French Frenchman German Spanish Spaniard Soviet Serb Serbian Bosnian
Croat Croatian Chechen Tatar Tibetan Uighur Uyghur Taiwanese Slavic Slav
Balkan Nordic Scandinavian Zionist Conservative Liberal Socialist Leftist
Texan Californian Parisian Londoner Roma Gypsy Hutu Tutsi Tamil Sinhalese
Pashtun Bengali Marxist Maoist Basque Catalan Flemish Walloon South_African
North_Korean South_Korean Saudi Turkish Turk Polish Pole Swede Swedish Dane
Danish Finn Finnish Czech Greek Thai Filipino Western Eastern Afro-American
Byzantine Ottoman Roman Germanic Celtic Hebrew Confederate""".split()

FACILITIES = """airport bridge stadium palace hall tower prison jail castle
cathedral mosque temple museum theatre theater dam hospital arena station
highway tunnel airfield base embassy square gate monument memorial cemetery
courthouse barracks park house building center centre plaza hotel ground
grounds chapel church library gardens road street avenue""".split()
NATURE = """river lake sea ocean bay gulf mount mountain mountains valley desert
island islands isle peninsula canal strait coast delta basin forest hills
hill falls cape creek range plateau canyon glacier""".split()
EVENTS = """war wars election elections cup open championship championships
olympics games prix festival revolution summit conference referendum riots
uprising massacre holocaust spring intifada masters marathon derby
tournament treaty convention awards grand primary caucuses caucus battle
crisis series bowl rally tour""".split()


class Gazetteer:
    """Sets of lower-cased names from the gazetteer folder."""

    def __init__(self, folder):
        self.countries, self.cities, self.large_cities = set(), set(), set()
        self.peoples = {clean(word) for word in PEOPLES}
        self.states = {clean(word) for word in STATES}
        self._read_countries(os.path.join(folder, "country-codes.csv"))
        self._read_demonyms(os.path.join(folder, "leaders_demonyms.tsv"))
        self._read_cities(os.path.join(folder, "cities15000.zip"))

    def _read_countries(self, path):
        columns = ("UNTERM English Short", "CLDR display name",
                   "official_name_en", "Capital")
        with open(path, encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                for column in columns:
                    name = re.sub(r" \(.*\)", "", row.get(column) or "")
                    if name:
                        self.countries.add(clean(name))

    def _read_demonyms(self, path):
        with open(path, encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines, delimiter="\t"):
                self.countries.add(clean(row["name"]))
                text = f"{row['demonym_noun']};{row['demonym_adj']}"
                for name in re.split(r"[;,/]| or ", text):
                    name = clean(re.sub(r"\(.*?\)", "", name))
                    if name and len(name.split()) < 3:
                        self.peoples.add(name)

    def _read_cities(self, path):
        with zipfile.ZipFile(path) as archive:
            raw = archive.open(archive.namelist()[0])
            for line in io.TextIOWrapper(raw, encoding="utf-8"):
                row = line.split("\t")
                names = {clean(row[1]), clean(row[2])}
                population = int(row[14] or 0)
                self.cities |= names
                if population >= 300000:
                    self.large_cities |= names
                    self.cities |= {clean(n) for n in row[3].split(",")
                                    if n.isascii() and len(n) > 3}
        self.cities -= set(CONTINENTS)

    def is_polity(self, text):
        name = re.sub(r"^the ", "", clean(text))
        return name in self.states or name in self.countries or \
            name in self.cities

    def is_people(self, text):
        name = clean(text)
        return name in self.peoples or \
            name.endswith("s") and name[:-1] in self.peoples

    def refine(self, label, text):
        """Return the label of our set for one of PER ORG LOC MISC."""
        words = text.lower().split()
        if label == "LOC":
            if self.is_polity(text):
                return "GPE"
            if words[-1] in FACILITIES:
                return "FAC"
        elif label == "MISC":
            if self.is_people(text):
                return "NORP"
            if any(word in EVENTS for word in words[-3:]):
                return "EVENT"
        return label


def clean(name):
    return name.replace("_", " ").strip().lower()
