import pytest

from sayso.outputs.unique_roles import tells_who

TELLING = (
    "The police chief of Harwick said two died.",
    "Harwick's police chief said two died.",
    "The Aleppo police chief said two died.",
    "The former mayor of Harwick was taken away.",
    "The mayor said two died.",
    "The only surgeon in the town treats them.",
    "The town's only surgeon treats them.",
    "the last remaining doctor left on Monday",
    "A hairdresser in Harwick said two died.",
    "The imam of Österby said two died.",
    "The imam of حمص said two died.",
    "A teacher at a school near the mill in Harwick said two died.",
    "The director of the field hospital said two died.",
    "The head of the Harwick Relief Committee said two died.",
    "Commander of the Harwick Lions, he denied it.",
    "The village's baker was shot.",
    "The doctor at the clinic counted nine.",
    "the commander of the battalion was killed",
    "The police chief of Syria's Harwick said two died.",
    "The mayor of the Turkish town of Harwick said two died.",
    "The imam of Lebanese Harwick was taken away.",
    "The director of the Syrian Harwick Hospital said two died.",
    "A baker in Iraq's northern village of Österby was shot.",
)
SILENT = (
    "A resident in Harwick said two died.",
    "The residents of Harwick left.",
    "Hairdressers in Harwick said two died.",
    "A soldier from Harwick said two died.",
    "A commander in Harwick said two died.",
    "A commander of the Harwick Lions denied it.",
    "The army said two died in Harwick.",
    "An activist in Aleppo said two died.",
    "A spokesman for the ministry denied it.",
    "The spokesman of the Harwick Lions denied it.",
    "The president of Syria said two died.",
    "Syria's president denied it.",
    "The governor of Harwick denied it.",
    "The head of the Syrian Observatory for Human Rights said two died.",
    "The leader of Hezbollah said so.",
    "The secretary-general of the United Nations asked for a truce.",
    "The leader of the opposition said so.",
    "The only road to the town is closed.",
    "The last week was quiet, a resident said.",
    "The principal reason is the siege of Harwick.",
    "The chief of the army visited Harwick.",
    "The only party to the talks left.",
    "The head of Syria's army denied it.",
    "The director of the Syrian Ministry of Health said two died.",
    "The leader of the Turkish President Orhan Kalvar's party said so.",
    "The leader of Lebanon's Hezbollah said so.",
    "The head of the People's Republic of China said so.",
)


@pytest.mark.parametrize("text", TELLING)
def test_what_only_one_person_is_in_a_place_or_body_tells_who_he_is(text):
    assert tells_who(text)


@pytest.mark.parametrize("text", SILENT)
def test_what_many_are_an_office_of_state_and_a_known_body_tell_nobody(text):
    assert not tells_who(text)
