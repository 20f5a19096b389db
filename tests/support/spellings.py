"""Twenty names as stored in Open Dental, and what receptionists type to find them."""

from __future__ import annotations

NAMES = (
    ("O'Connell", "Sinéad"),
    ("Van Dyke", "Peter"),
    ("de la Cruz", "José"),
    ("McDonald", "Fiona"),
    ("Mac Leod", "Ian"),
    ("Smith-Jones", "Anne-Marie"),
    ("D’Angelo", "Rosa"),
    ("St. James", "Olivia"),
    ("Gallagher", "Tom"),
    ("Núñez Ibáñez", "María José"),
    ("von der Heide", "Käthe"),
    ("MCINTYRE", "ROBERT"),
    ("DeLaRosa", "Luz"),
    ("O Sullivan", "Niamh"),
    ("Ødegård", "Lars"),
    ("Nguyễn", "Thị Lan"),
    ("Al-Hassan", "Omar"),
    ("Le Blanc", "Zoë"),
    ("Fitz Gerald", "Mary Ellen"),
    ("Garcia`s", "Jean–Luc"),
)
"""Last and first names; the index in the list, from 1, is the PatNum."""

SPELLINGS = (
    (1, ("O'Connell", "O’Connell", "O`Connell", "oconnell", "o connell", "O Connell, S", "connell", "sinead oconnell")),
    (2, ("Van Dyke", "vandyke", "VanDyke", "van-dyke", "dyke", "vandyke, peter", "peter van dyke", "peter vandyke")),
    (3, ("de la Cruz", "delacruz", "De La Cruz", "dela cruz", "de lacruz", "delacruz jose", "la cruz", "cruz, jose")),
    (4, ("McDonald", "mcdonald", "mc donald", "Mc Donald, Fiona", "MC-DONALD", "donald", "fiona mc donald")),
    (5, ("Mac Leod", "macleod", "MacLeod", "mac-leod", "leod", "ian macleod")),
    (6, ("Smith-Jones", "smith jones", "smithjones", "smith–jones", "jones")),
    (6, ("annemarie smith", "anne marie smithjones")),
    (7, ("D'Angelo", "dangelo", "d angelo", "D\u00b4Angelo", "angelo, rosa", "rosa dangelo")),
    (8, ("St. James", "st james", "stjames", "St.James", "olivia st james")),
    (9, ("gallagher", "GALLAGHER tom", "Gallagher, T", "tom gallagher")),
    (10, ("nunez", "Núñez", "nunez ibanez", "nunezibanez", "ibanez", "maria jose nunez", "mariajose nunez")),
    (11, ("von der Heide", "vonderheide", "von derheide", "vonder heide", "heide", "kathe von der heide")),
    (12, ("mcintyre", "mc intyre", "Mc Intyre, Rob", "McIntyre", "robert mc intyre")),
    (13, ("delarosa", "de la rosa", "de larosa", "dela rosa", "rosa, luz", "luz delarosa")),
    (14, ("osullivan", "O'Sullivan", "o sullivan", "sullivan", "niamh o'sullivan")),
    (15, ("odegard", "Ødegård", "Odegård", "lars odegard")),
    (16, ("nguyen", "Nguyễn", "nguyen thi lan", "thilan nguyen", "lan nguyen")),
    (17, ("Al-Hassan", "alhassan", "al hassan", "hassan", "omar alhassan")),
    (18, ("leblanc", "le blanc", "LeBlanc", "blanc", "zoe leblanc")),
    (19, ("fitzgerald", "Fitz Gerald", "FitzGerald", "fitz-gerald", "maryellen fitzgerald", "gerald, mary ellen")),
    (20, ("garcias", "garcia's", "garcia", "jean luc garcia", "jeanluc garcias", "jean-luc garcia")),
)  # fmt: skip
"""A PatNum, and spellings that find it: joined, separate, with any punctuation, accent and order."""

TYPOS = (
    (9, ("galagher", "gallager", "gallaghre", "hallagher", "galagher, tom", "tmo gallagher", "galagh")),
    (1, ("ocnnell", "o'conell", "oconell")),
    (2, ("vandike", "van dike", "vnadyke")),
    (3, ("delacruzz", "dela cruzz")),
    (10, ("nunes", "nunz")),
)
"""The same with one typo: an extra, missing, wrong or swapped letter."""
