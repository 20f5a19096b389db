"""Problems and medications for the made-up histories, one line each, realistic enough."""

from __future__ import annotations

from typing import NamedTuple

SUBSTANCE, DRUG, FOOD = 1, 2, 4
"""`allergydef.SnomedType`."""


class Allergen(NamedTuple):
    """A possible allergy and its reaction."""

    name: str
    kind: int
    reactions: tuple[str, ...]


class Problem(NamedTuple):
    """A medical problem, its ICD-10 code, the age from which it occurs, and its medication."""

    name: str
    code: str
    age: int
    drugs: tuple[str, ...] = ()
    note: str = ""
    hidden: int = 0


class Drug(NamedTuple):
    """A medication, its generic, and its directions."""

    name: str
    generic: str
    use: str
    dose: str


PENICILLIN = "Penicillin"

ALLERGENS = (
    Allergen(PENICILLIN, DRUG, ("Rash", "Hives", "Swollen throat")),
    Allergen("Latex", SUBSTANCE, ("Itching hands", "Rash")),
    Allergen("Sulfa drugs", DRUG, ("Rash", "Fever")),
    Allergen("Codeine", DRUG, ("Vomiting", "Itching")),
    Allergen("Aspirin", DRUG, ("Short of breath", "Stomach pain")),
    Allergen("Epinephrine in anesthetic", DRUG, ("Racing heart",)),
    Allergen("Iodine", SUBSTANCE, ("Hives",)),
    Allergen("Peanuts", FOOD, ("Swollen lips", "Carries an injector")),
    Allergen("Metals in jewelry", SUBSTANCE, ("Rash",)),
)

PROBLEMS = (
    Problem("High blood pressure", "I10", 45, ("Lisinopril", "Norvasc")),
    Problem("Diabetes, type 2", "E11.9", 45, ("Metformin", "Glucophage"), "Checks sugar every morning"),
    Problem("Diabetes, type 1", "E10.9", 18, ("Insulin",), "Eats before visits"),
    Problem("Asthma", "J45.909", 18, ("Albuterol",), "Inhaler in the handbag"),
    Problem("High cholesterol", "E78.5", 40, ("Atorvastatin", "Lipitor")),
    Problem("Irregular heartbeat", "I48.91", 55, ("Warfarin", "Eliquis"), "Ask before any extraction"),
    Problem("Pacemaker", "Z95.0", 55),
    Problem("Heart valve replaced", "Z95.2", 50, ("Warfarin",)),
    Problem("Artificial hip", "Z96.649", 55),
    Problem("Underactive thyroid", "E03.9", 30, ("Levothyroxine", "Synthroid")),
    Problem("Depression", "F32.9", 20, ("Sertraline", "Zoloft")),
    Problem("Acid reflux", "K21.9", 25, ("Omeprazole",)),
    Problem("Brittle bones", "M81.0", 60, ("Alendronate",), "Ask before any extraction"),
    Problem("Epilepsy", "G40.909", 18, ("Lamotrigine",)),
    Problem("Grinds the teeth", "F45.8", 20),
    Problem("Smoker", "F17.210", 18, (), "About ten a day"),
    Problem("Pregnant", "Z33.1", 18),
    Problem("Problem of the old list", "", 18, hidden=1),
)

DRUGS = (
    Drug("Lisinopril", "", "Lowers blood pressure", "10 mg every morning"),
    Drug("Amlodipine", "", "Lowers blood pressure; gums may swell", "5 mg every day"),
    Drug("Norvasc", "Amlodipine", "Lowers blood pressure; gums may swell", "5 mg every day"),
    Drug("Metformin", "", "Lowers blood sugar", "500 mg twice a day, with meals"),
    Drug("Glucophage", "Metformin", "Lowers blood sugar", "850 mg every evening"),
    Drug("Insulin", "", "Lowers blood sugar", "By the pump"),
    Drug("Albuterol", "", "Opens the airways; dries the mouth", "Two puffs as needed"),
    Drug("Atorvastatin", "", "Lowers cholesterol", "20 mg at night"),
    Drug("Lipitor", "Atorvastatin", "Lowers cholesterol", "10 mg at night"),
    Drug("Warfarin", "", "Thins the blood", "As the clinic says, checked every month"),
    Drug("Apixaban", "", "Thins the blood", "5 mg twice a day"),
    Drug("Eliquis", "Apixaban", "Thins the blood", "5 mg twice a day"),
    Drug("Levothyroxine", "", "Thyroid hormone", "75 mcg every morning"),
    Drug("Synthroid", "Levothyroxine", "Thyroid hormone", "50 mcg every morning"),
    Drug("Sertraline", "", "Lifts the mood; dries the mouth", "50 mg every day"),
    Drug("Zoloft", "Sertraline", "Lifts the mood; dries the mouth", "100 mg every day"),
    Drug("Omeprazole", "", "Less stomach acid", "20 mg in the morning"),
    Drug("Alendronate", "", "Strengthens bones; slows healing of the jaw", "70 mg every Sunday"),
    Drug("Lamotrigine", "", "Prevents seizures", "100 mg twice a day"),
    Drug("Amoxicillin", "", "Antibiotic of the penicillin family", "2 g, one hour before each visit"),
    Drug("Azithromycin", "", "Antibiotic", "500 mg, one hour before each visit"),
    Drug("Ibuprofen", "", "Against pain and swelling", "400 mg as needed"),
)

PREMEDICATION, PREMEDICATION_WITHOUT_PENICILLIN = "Amoxicillin", "Azithromycin"

ALERTS = {
    "Penicillin allergy": PENICILLIN,
    "Latex allergy: use nitrile": "Latex",
    "Sulfa allergy": "Sulfa drugs",
    "Codeine allergy": "Codeine",
    "Lidocaine with epinephrine: avoid": "Epinephrine in anesthetic",
    "Epilepsy": "Epilepsy",
    "Asthma: inhaler at hand": "Asthma",
    "Type 1 diabetes: has eaten": "Diabetes, type 1",
    "Pacemaker": "Pacemaker",
    "Blood thinner: ask before any extraction": "Irregular heartbeat",
    "Type 2 diabetes: morning appointments, has eaten": "Diabetes, type 2",
    "High blood pressure: take it first": "High blood pressure",
    "Heart valve replaced": "Heart valve replaced",
    "Artificial hip: ask about antibiotics": "Artificial hip",
    "Pregnant: no X-rays": "Pregnant",
}
"""The allergen or problem behind a medical alert."""

ALLERGEN_NUMS = {each.name: number for number, each in enumerate(ALLERGENS, 1)}
PROBLEM_NUMS = {each.name: number for number, each in enumerate(PROBLEMS, 1)}
DRUG_NUMS = {each.name: number for number, each in enumerate(DRUGS, 1)}
