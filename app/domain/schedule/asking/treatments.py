# words: what users type, shown nowhere
"""What receptionists call treatments.

An office names its appointment types as it likes: both are compared by concepts.
"""

from __future__ import annotations

from app.domain.schedule.asking.tokens import key_of

_CALLED = {
    "clean": "cleaning cleanings prophy prophys prophies prophylaxis clng cln clean pro recall recalls recare "
    "hygienevisit periodic 6mrc 6mr 1110",
    "child": "child children childrens kid kids ped peds pedo pediatric ch 1120",
    "adult": "adult adults",
    "new": "new newpatient newpt newpat np nps npe npx npexam newpatients",
    "exam": "exam exams examination ex comp0150 coe compexam compex comprehensiveexam",
    "crown": "crown crowns crn crns crwn cr",
    "prep": "prep preps preparation",
    "seat": "seat seats seating insert cement deliver",
    "canal": "rct rc rcts endo endodontic rootcanal rootcanals canal",
    "extract": "extraction extractions ext exts exo extr extract toothextraction",
    "fill": "filling fillings fill fills comp comps composite composites resto restos restorative amalgam amal "
    "fillin restoration restorations",
    "two": "two 2",
    "srp": "srp srps deepcleaning deepclean scaling scalingandrootplaning rootplaning quads",
    "gum": "gummaintenance periomaint periomaintenance pmaint perio maintenance maint mtc mtn mtnc gum "
    "periodontal 4910",
    "emergency": "emergency emergencies emer emerg emg er toothache pain limited lim limitedexam broke brokentooth "
    "swelling urgent",
    "consult": "consultation consult consults cons con",
    "guard": "nightguard mouthguard guard ng splint occlusalguard bruxguard",
    "denture": "denture dentures dent dentur partial",
    "surgery": "surgery surg surgical os oralsurgery wisdom wisdomteeth wisdomtooth wisdomtoothext "
    "wisdomteethext",
    "oral": "oral",
    "implant": "implant implants imp",
    "bridge": "bridge bridges brg fpd",
    "veneer": "veneer veneers",
    "whiten": "whitening bleach bleaching whiten",
    "sealant": "sealant sealants seal seals",
    "fluoride": "fluoride fl varnish",
    "xray": "xray xrays fmx bwx bw bitewings pano",
    "ortho": "ortho braces invisalign aligners aligner",
    "adjust": "adjustment adjust adj",
    "postop": "postop po suture sutures",
    "reline": "reline relines",
    "check": "check checkup checks ck chk",
}
CONCEPTS = {word: concept for concept, words in _CALLED.items() for word in words.split()}
WEAK = frozenset({"exam", "prep", "adult", "check", "oral"})
"""Concepts that an office's name of the type often lacks."""
HYGIENE = frozenset({"clean", "gum", "srp", "fluoride", "sealant", "xray"})
"""Concepts of what a hygienist does."""
_TREATMENT = "crown seat canal extract fill surgery implant bridge veneer denture reline guard emergency consult postop"
TREATMENT = frozenset(_TREATMENT.split())
"""Concepts of what a dentist does."""
LONGEST = 3
"""Words of the longest name."""
FULL_WORDS = tuple(word for word in CONCEPTS if len(word) >= 5)
"""The words in which a typing error is looked for."""


def is_hygiene(name: str) -> bool | None:
    """Whether a hygienist usually does what an appointment type is named after; None: not known."""
    concepts = concepts_of(name)
    found = {True for _ in concepts & HYGIENE} | {False for _ in concepts & TREATMENT}
    return found.pop() if len(found) == 1 else None


def concepts_of(name: str) -> frozenset[str]:
    """The concepts of an appointment type's name; a word that is in no list is a concept of its own."""
    words = [key_of(each) for each in name.replace("-", " ").replace("/", " ").split()]
    words = [each for each in words if each]
    found: set[str] = set()
    at = 0
    while at < len(words):
        for length in range(min(LONGEST, len(words) - at), 0, -1):
            if (concept := CONCEPTS.get("".join(words[at : at + length]))) is not None:
                found.add(concept)
                at += length
                break
        else:
            found.add(words[at])
            at += 1
    return frozenset(found)
