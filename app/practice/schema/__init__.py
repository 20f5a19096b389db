"""The practice's database: tables, columns and types named as Open Dental's, so that its queries run here.

Enumerations are numbers (`codes` has the wire's words), yes and no are 1 and 0, dates are ISO text, no date
is 0001-01-01, no foreign key is 0. `meaning_of(column)` says what a column is on the wire.
"""
