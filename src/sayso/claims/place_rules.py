"""By which rules is a claim given its place?"""

from sayso.model.derivations import name_rule

OWN = name_rule("claims.own_place", "The place is named in the words of the claim.")
LATER = name_rule("claims.later_place", "The place is named further on in the sentence, after a remark put in between.")
REFERRED = name_rule("claims.referred_place", 'The words say "the city" or the like; the text has named which one.')
SAME_EVENT = name_rule(
    "claims.same_event_place", "The words point back to an event that the text has set at this place."
)
HEADED = name_rule(
    "claims.headed_place",
    "The headline names no place, or only a country; the text below tells of the same number of dead or hurt at this"
    " one.",
)
SENTENCE = name_rule("claims.sentence_place", "The claim names no place; its sentence names one.")
OFFICE = name_rule(
    "claims.office_place",
    'The words say "the city" or the like; it is that of whose town or province the speaker is an official.',
)
CURRENT = name_rule("claims.current_place", "Neither claim nor sentence names a place; the text was last at this one.")
SITE = name_rule(
    "claims.site_place",
    "Neither claim nor sentence names a place; the text was last at a region, and this is the place in it that the text"
    " names most.",
)
EVENT_SITE = name_rule(
    "claims.event_site_place",
    "The claim names no place, and what is said beside or before it names only a country; the text has told of such an"
    " event at this place.",
)
DOCUMENT = name_rule("claims.document_place", "Nothing near names a place; this is the place the document names most.")
COUNTRY = name_rule(
    "claims.country_place",
    "A count of a whole conflict, or the supply of arms, for which no place is named: the country most named.",
)
WIDE = name_rule(
    "claims.wide_place",
    "The dead or hurt of many days are counted by the name of their people, and no place is named: it is set in the region"
    " that the place where the text is lies in.",
)
GENERAL = name_rule(
    "claims.general_place",
    "It is told of a whole war, or as what a side always or never does, and no place is named for it: it is set in the"
    " country most named, not where the text is at.",
)
OTHER_YEAR = name_rule(
    "claims.other_year_place",
    "What is told of an earlier year names no place; it is not set where the text is at, but in the country most named.",
)
PART = name_rule(
    "claims.unnamed_part_place",
    'The words name no place, only a part of one ("core neighbourhoods", "nearby villages"): it is the place that the'
    " sentence is about, else the one at which the text was before.",
)
STRETCH = name_rule(
    "claims.unnamed_stretch_place",
    'The words name no place, only a stretch of country ("the border region"): it is set in the region that the text'
    " names for it, or nowhere.",
)
BORDER = name_rule(
    "claims.border_place",
    "No place is named but the country from which somebody came over a border: what met him there is not set in it.",
)
FIRED = name_rule(
    "claims.fired_from",
    "The words name only the place from which it was fired, or a border that it flew over: it is not set there, nor where"
    " the text was before.",
)
NOWHERE = name_rule("claims.no_place", "No place is named for it.")
