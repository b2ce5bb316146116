"""Word lists of the tokenizer: facts of English spelling.

They become the text tensors boundary.abbreviations, .prefixes, .units and
.contractions of the model file.
"""

# Words that keep a full stop behind them. Case counts: "No." but not "no."
ABBREVIATIONS = """
Mr. Mrs. Ms. Messrs. Mme. Mlle. Dr. Drs. Prof. Rev. Fr. Sr. Jr. St. Ste. Mt. Ft.
Hon. Pres. Gov. Govs. Lt. Sen. Sens. Rep. Reps. Del. Amb. Sec. Supt. Atty. Asst.
Gen. Maj. Col. Capt. Cmdr. Cdr. Adm. Sgt. Cpl. Pvt. Brig. Comdr. Det. Insp.
Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sep. Sept. Oct. Nov. Dec.
Mon. Tue. Tues. Wed. Thu. Thur. Thurs. Fri. Sat. Sun.
Inc. Co. Cos. Corp. Ltd. Bros. Assn. Assoc. Dept. Div. Univ. Inst. Intl. Natl.
Ala. Ariz. Ark. Calif. Colo. Conn. Fla. Ga. Ill. Ind. Kan. Kans. Ky. La. Md.
Mass. Mich. Minn. Miss. Mo. Mont. Neb. Nev. Okla. Ore. Pa. Penn. Tenn. Tex. Va.
Vt. Wash. Wis. Wyo. Del. Que. Ont.
Ave. Blvd. Rd. Hwy. Rte. Bldg. Sq.
No. Nos. Vol. Vols. Fig. Figs. Sect. Art. Ch. Ed. Eds. Para. Ex. Ext. Tel. Fax.
Ph. Ph.D. Ed.D. Esq. B.Sc. M.Sc. Attn. Est. Approx. Conf. Spec. Arrv. Mob. Esp.
vs. v. etc. al. cf. eg. ie. viz. approx. est. esp. incl. dept. govt. vol. ext.
arrv. oz. lb. lbs. ft. yrs. yr. hrs. hr. mins. sq. ca. pp. ed. eds. col. gen. sen.
gov. rep. dr. mr. mrs. ms. inc. co. corp. ltd. jan. feb. aug. sept. oct. nov. dec.
'em 'til 'cause 'bout 'n 'n' ’em ’til ’cause w/o b/c s/he n/a
""".split()

# First parts that a hyphen joins to the rest: "anti-war" is one word.
PREFIXES = """
e non mid pre anti re co post over multi pro ex semi sub cross neo intra un arch
counter socio inter ultra micro macro mini trans extra pseudo quasi super under
psycho bi tri hyper infra proto meta para bio de
""".split()

# What is parted from the number before it: "5km", "$6.5bn", "6.5K".
UNITS = """
m pm PM am AM k K b B M mm MM bn Bn mn tn t ft cm kg km km2 km² m² lb lbs mg ml mph kph
kb KB mb MB gb GB tb TB Hz kHz MHz GHz kW MW GW kWh MWh GWh kt kn p C F x sq
min mins sec secs hr hrs yrs p.m a.m in oz percent million billion
trillion
""".split()

# Words written as one, parted where the space is.
CONTRACTIONS = """
can not|do nt|does nt|did nt|wo nt|ca nt|would nt|could nt|should nt|is nt|are nt
was nt|were nt|has nt|have nt|had nt|ai nt|ar nt|i m|i ve|you re|they re|that s
he s|she s|there s|what s|let s|who s|here s|gon na|wan na|got ta|out ta|du n no
a while|you ll|they ll|it ll|gim me|lem me|you ve|they ve|we ve|what cha
""".replace("\n", "|").strip("|").split("|")
