"""The procedure codes of the made-up practice: the profession's numbers, described in the practice's own words."""

from __future__ import annotations

from typing import NamedTuple

NONE, SURF, TOOTH, MOUTH, QUAD, SEXTANT, ARCH, RANGE = range(8)
"""The treatment area of a code: `procedurecode.TreatArea`."""


class Code(NamedTuple):
    """One procedure code. The pattern is its usual time, five minutes per character."""

    code: str
    abbreviation: str
    description: str
    area: int
    fee: int
    pattern: str
    category: str
    hygiene: bool = False
    xray: bool = False


_EXAM, _IMAGE, _CLEAN = "Exams & Xrays", "Exams & Xrays", "Cleanings"
_FILL, _CROWN, _ENDO, _PERIO = "Fillings", "Crowns & Bridges", "Root canals", "Gums"
_SURGERY, _DENTURE, _OTHER = "Oral surgery", "Dentures", "Other"

CODES = (
    Code("D0120", "PerEx", "Regular exam of a known patient", MOUTH, 58, "/X/", _EXAM),
    Code("D0140", "LimEx", "Exam of one problem", MOUTH, 82, "/XX/", _EXAM),
    Code("D0145", "ToddlerEx", "Exam of a child under three, with advice", MOUTH, 74, "/XX/", _EXAM),
    Code("D0150", "CompEx", "Full exam, new or returning patient", MOUTH, 98, "/XXXX/", _EXAM),
    Code("D0170", "ReEx", "Second look at a known problem", MOUTH, 66, "/X/", _EXAM),
    Code("D0180", "PerioEx", "Full exam of the gums", MOUTH, 104, "/XXX/", _EXAM),
    Code("D0210", "FMX", "X-rays of the whole mouth", MOUTH, 158, "XXXX", _IMAGE, xray=True),
    Code("D0220", "PA", "First single X-ray of a root", TOOTH, 34, "X", _IMAGE, xray=True),
    Code("D0230", "PA+", "Each further single X-ray of a root", TOOTH, 28, "X", _IMAGE, xray=True),
    Code("D0270", "1BW", "One bitewing X-ray", NONE, 32, "X", _IMAGE, xray=True),
    Code("D0272", "2BW", "Two bitewing X-rays", NONE, 48, "X", _IMAGE, xray=True),
    Code("D0274", "4BW", "Four bitewing X-rays", NONE, 72, "XX", _IMAGE, xray=True),
    Code("D0330", "Pano", "Panoramic X-ray", MOUTH, 126, "XX", _IMAGE, xray=True),
    Code("D0364", "CBCT", "Cone beam image of part of a jaw", MOUTH, 240, "XX", _IMAGE, xray=True),
    Code("D0460", "Vital", "Test whether the nerve lives", NONE, 56, "/X", _EXAM),
    Code("D0470", "Casts", "Models of the teeth", MOUTH, 118, "XX", _EXAM),
    Code("D1110", "Pro", "Cleaning, adult", MOUTH, 108, "/XXXXXX/", _CLEAN, hygiene=True),
    Code("D1120", "ChPro", "Cleaning, child", MOUTH, 78, "/XX/", _CLEAN, hygiene=True),
    Code("D1206", "FlVarn", "Fluoride varnish", MOUTH, 46, "X", _CLEAN, hygiene=True),
    Code("D1208", "Fl", "Fluoride, other than varnish", MOUTH, 40, "X", _CLEAN, hygiene=True),
    Code("D1330", "OHI", "Showing how to clean at home", MOUTH, 42, "X", _CLEAN, hygiene=True),
    Code("D1351", "Seal", "Sealant, each tooth", TOOTH, 62, "XX", _CLEAN, hygiene=True),
    Code("D1510", "SpMaint", "Space maintainer, one side", QUAD, 340, "/XXXX/", _OTHER),
    Code("D2140", "Am1", "Silver filling, one surface", SURF, 158, "/XXXX/", _FILL),
    Code("D2150", "Am2", "Silver filling, two surfaces", SURF, 198, "/XXXXX/", _FILL),
    Code("D2330", "AntC1", "White filling, front tooth, one surface", SURF, 182, "//XXXX/", _FILL),
    Code("D2331", "AntC2", "White filling, front tooth, two surfaces", SURF, 226, "//XXXXX/", _FILL),
    Code("D2332", "AntC3", "White filling, front tooth, three surfaces", SURF, 272, "//XXXXXX/", _FILL),
    Code("D2391", "C1", "White filling, back tooth, one surface", SURF, 196, "//XXXX//", _FILL),
    Code("D2392", "C2", "White filling, back tooth, two surfaces", SURF, 248, "//XXXXXX//", _FILL),
    Code("D2393", "C3", "White filling, back tooth, three surfaces", SURF, 302, "//XXXXXX//", _FILL),
    Code("D2394", "C4", "White filling, back tooth, four or more surfaces", SURF, 348, "//XXXXXXX//", _FILL),
    Code("D2740", "CrnCer", "Crown, all ceramic", TOOTH, 1380, "//XXXXXXXXXX//////", _CROWN),
    Code("D2750", "CrnPFM", "Crown, porcelain on precious metal", TOOTH, 1340, "//XXXXXXXXXX//////", _CROWN),
    Code("D2920", "ReCem", "Putting a crown back on", TOOTH, 128, "/XXX/", _CROWN),
    Code("D2950", "BU", "Building up a tooth for a crown", TOOTH, 318, "XXXX", _CROWN),
    Code("D2954", "Post", "Post and core for a crown", TOOTH, 398, "XXXX", _CROWN),
    Code("D2962", "Veneer", "Veneer, porcelain, from a laboratory", TOOTH, 1290, "//XXXXXXXX////", _CROWN),
    Code("D3110", "PulpCap", "Covering a bare nerve", TOOTH, 92, "X", _ENDO),
    Code("D3220", "Pulpot", "Taking out the crown part of the nerve", TOOTH, 236, "/XXXX/", _ENDO),
    Code("D3310", "RCTant", "Root canal, front tooth", TOOTH, 870, "//XXXXXXXXXX//", _ENDO),
    Code("D3320", "RCTpre", "Root canal, premolar", TOOTH, 990, "//XXXXXXXXXXX//", _ENDO),
    Code("D3330", "RCTmol", "Root canal, molar", TOOTH, 1240, "//XXXXXXXXXXXXXX//", _ENDO),
    Code(
        "D4341", "SRP", "Deep cleaning, a quarter of the mouth", QUAD, 278, "/XXXXXXXX/", _PERIO, hygiene=True
    ),
    Code("D4342", "SRP1-3", "Deep cleaning, one to three teeth", QUAD, 206, "/XXXXXX/", _PERIO, hygiene=True),
    Code("D4355", "Debride", "First rough cleaning", MOUTH, 188, "/XXXXXXXX/", _PERIO, hygiene=True),
    Code("D4910", "PerioM", "Gum maintenance cleaning", MOUTH, 152, "/XXXXXXXX/", _PERIO, hygiene=True),
    Code("D5110", "DenU", "Full upper denture", ARCH, 1890, "/XXXXXX/", _DENTURE),
    Code("D5120", "DenL", "Full lower denture", ARCH, 1890, "/XXXXXX/", _DENTURE),
    Code("D5213", "PartU", "Upper partial denture on metal", ARCH, 1960, "/XXXXXX/", _DENTURE),
    Code("D5410", "AdjU", "Easing a full upper denture", ARCH, 88, "/XX/", _DENTURE),
    Code("D5750", "RelineU", "Relining an upper denture in a laboratory", ARCH, 460, "/XXXX/", _DENTURE),
    Code("D6010", "Impl", "Implant set into the bone", TOOTH, 2180, "//XXXXXXXXXXXX////", _SURGERY),
    Code("D6058", "ImplCrn", "Crown on an implant post", TOOTH, 1560, "/XXXXXXXX//", _CROWN),
    Code("D6240", "Pontic", "Bridge tooth, porcelain on metal", TOOTH, 1320, "//XXXXXXXXXX////", _CROWN),
    Code("D6750", "Retain", "Bridge crown, porcelain on metal", TOOTH, 1320, "//XXXXXXXXXX////", _CROWN),
    Code("D7140", "Ext", "Taking out a tooth, simple", TOOTH, 226, "//XXXX//", _SURGERY),
    Code("D7210", "SurgExt", "Taking out a tooth, surgical", TOOTH, 346, "//XXXXXXX///", _SURGERY),
    Code(
        "D7240", "ImpExt", "Taking out a tooth that lies in the bone", TOOTH, 540, "//XXXXXXXX///", _SURGERY
    ),
    Code("D7510", "I&D", "Opening an abscess", NONE, 252, "/XXXX/", _SURGERY),
    Code("D7953", "Graft", "Bone graft into a socket", TOOTH, 620, "XXXX", _SURGERY),
    Code("D8660", "OrthoEx", "Visit before braces", NONE, 90, "/XX/", _OTHER),
    Code("D9110", "Pallia", "Easing pain in an emergency", MOUTH, 136, "/XXX/", _OTHER),
    Code("D9230", "Nitrous", "Laughing gas", NONE, 84, "/", _OTHER),
    Code("D9310", "Consult", "Second opinion", MOUTH, 124, "/XXX/", _OTHER),
    Code("D9430", "OffVis", "Visit for observation, nothing else done", NONE, 62, "/X/", _OTHER),
    Code("D9440", "AfterHr", "Visit out of hours", NONE, 164, "/", _OTHER),
    Code("D9944", "NGuard", "Night guard, hard, whole arch", ARCH, 560, "/XXXX/", _OTHER),
    Code("D9951", "OccAdj", "Easing the bite, a few spots", MOUTH, 136, "/XX/", _OTHER),
    Code("D9975", "Bleach", "Whitening for home, an arch", ARCH, 210, "/XX/", _OTHER),
    Code("D9986", "Missed", "Missed appointment", NONE, 50, "/", _OTHER),
    Code("D9987", "Cancelled", "Canceled appointment", NONE, 50, "/", _OTHER),
    Code("~GRP~", "GrpNote", "Note on several procedures", NONE, 0, "/", _OTHER),
    Code("Watch", "Watch", "A spot to be watched", SURF, 0, "/", _OTHER),
    Code("Decay", "Decay", "Decay seen", SURF, 0, "/", _OTHER),
    Code("RetRoot", "RetRoot", "A root left in the bone", TOOTH, 0, "/", _OTHER),
)

NUMBERS = {code.code: number for number, code in enumerate(CODES, 1)}
"""CodeNum of each code."""
BY_CODE = {code.code: code for code in CODES}
