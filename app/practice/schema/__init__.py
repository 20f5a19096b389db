"""The practice's database: tables, columns and types named as in Open Dental, so that its queries run here.

Enumerations are stored as numbers (`enums` has the wire's names), booleans as 1 and 0, dates as ISO text, no
date as 0001-01-01, no foreign key as 0. `meaning_of(column)` tells a column's wire type.
"""
