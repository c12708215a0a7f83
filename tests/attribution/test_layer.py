"""Who is said to say what: one row for each way of saying it, and properties of every answer."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sayso.attribution import find_attributions
from sayso.model.claims import Layers
from sayso.model.documents import Document
from sayso.model.parses import Parse
from sayso.model.spans import Span
from sayso.passages import find_passages

# Text, cue, chain of names (outermost first), stance, and the words that are said.
SAYINGS = [
    ("The army said that rebels had left Tarnova on Friday.", "said", ["army"], "asserts", "rebels had left Tarnova on Friday"),
    ("Rebels had left Tarnova, the army said.", "said", ["army"], "asserts", "Rebels had left Tarnova"),
    ("The army shelled the mill, the governor of Belgor, Tarek Olan, told reporters on Monday.", "told", ["Tarek Olan"], "asserts",
     "The army shelled the mill"),
    ("The mill, said the mayor, Adel Morin, was shelled at dawn.", "said", ["Adel Morin"], "asserts", "The mill was shelled at dawn"),
    ("Rebels had left Tarnova, said a military spokesman.", "said", ["military spokesman"], "asserts", "Rebels had left Tarnova"),
    ("The convoy, officials said, left at dawn.", "said", ["officials"], "asserts", "The convoy left at dawn"),
    ('"The town is quiet," a resident told Reuters by phone.', "told", ["Reuters", "resident"], "asserts", '"The town is quiet,"'),
    ("According to the Red Cross, thousands of families are trapped.", "According to", ["International Committee of the Red Cross"],
     "asserts", "thousands of families are trapped"),
    ("Thousands of families are trapped in Belgor, according to activists.", "according to", ["activists"], "asserts",
     "Thousands of families are trapped in Belgor"),
    ("Thousands of families, according to the Red Cross, are trapped in Belgor.", "according to",
     ["International Committee of the Red Cross"], "asserts", "Thousands of families are trapped in Belgor"),
    ("Witnesses reported heavy shelling in Belgor on Tuesday.", "reported", ["witnesses"], "asserts", "heavy shelling in Belgor on Tuesday"),
    ("The government denied that its planes had bombed the market.", "denied", ["government"], "denies", "its planes had bombed the market"),
    ("The ministry rejected the accusation.", "rejected", ["ministry"], "denies", "the accusation"),
    ("The mission has found nothing to bear that out.", "found nothing", ["mission"], "doubts", "bear that out"),
    ("The governor will have none of it.", "have none", ["governor"], "denies", "it"),
    ("Monitors have received accounts that shells hit the market.", "received accounts", ["monitors"], "hedges", "shells hit the market"),
    ("The monitor cast doubt on the claim.", "cast doubt", ["monitor"], "doubts", "the claim"),
    ("The UN warned that thousands could starve.", "warned", ["United Nations"], "expects", "thousands could starve"),
    ("Analysts expect the siege to last until winter.", "expect", ["analysts"], "expects", "the siege to last until winter"),
    ("Officials could not confirm the report that the bridge was blown up.", "confirm", ["officials"], "hedges", "the bridge was blown up"),
    ("It has been reported that forty people were killed.", "has been reported", ["unattributed reports"], "hedges", "forty people were killed"),
    ("Forty miners are believed to have drowned.", "are believed", ["unattributed reports"], "hedges", "Forty miners to have drowned"),
    ("There are reports that fighters have crossed the river.", "reports", ["unattributed reports"], "hedges", "fighters have crossed the river"),
    ("Militants reportedly fled the town.", "reportedly", ["unattributed reports"], "hedges", "Militants fled the town"),
    ("The minister was quoted by TASS as saying that talks would go on.", "quoted by TASS as saying", ["TASS", "minister"], "asserts",
     "talks would go on"),
    ("Xinhua quoted the minister as saying that talks would go on.", "quoted the minister as saying", ["Xinhua", "minister"], "asserts",
     "talks would go on"),
    ("The governor accused the rebels of burning the mill.", "accused", ["governor"], "asserts", "the rebels of burning the mill"),
    ("Residents called the strike a massacre.", "called", ["residents"], "asserts", "the strike a massacre"),
    ("Army has held forty boys in Orlesh: UN At least 38 boys are held.", ":", ["United Nations"], "asserts",
     "Army has held forty boys in Orlesh"),
    ("Doctors put the death toll at 31.", "put", ["doctors"], "asserts", "the death toll at 31"),
    ("In a statement, the coalition condemned the attack on the clinic.", "condemned", ["coalition"], "asserts", "the attack on the clinic"),
    ("A statement by the health ministry said 12 people had died.", "said", ["health ministry"], "asserts", "12 people had died"),
    ("Belgor has not fallen, say activists", "say", ["activists"], "asserts", "Belgor has not fallen"),
    ("Army retakes Belgor: state media", ":", ["state media"], "asserts", "Army retakes Belgor"),
    ("Red Cross: thousands trapped in Belgor", ":", ["International Committee of the Red Cross"], "asserts", "thousands trapped in Belgor"),
    ("In a talk with Al Jazeera, the commander said his men would stay.", "said", ["Al Jazeera", "commander"], "asserts",
     "his men would stay"),
    ("The officer, speaking to AFP on condition of anonymity, said the road was cut.", "said", ["AFP", "officer"], "asserts", "the road was cut"),
    ('"This," the general said, "is our land."', "said", ["general"], "asserts", '"This," "is our land."'),
    ("The Orlesh People's Authority rejected the report.", "rejected", ["Orlesh People's Authority"], "denies", "the report"),
    ("The Tarnova Medics' Union said the clinic was shut.", "said", ["Tarnova Medics' Union"], "asserts", "the clinic was shut"),
    ("The ministry ruled out that rebels held the mill.", "ruled", ["ministry"], "denies", "rebels held the mill"),
    ("The ministry did not rule out that rebels held the mill.", "rule", ["ministry"], "hedges", "rebels held the mill"),
    ("The envoy could not exclude that rebels held the mill.", "exclude", ["envoy"], "hedges", "rebels held the mill"),
    ("The general allowed that nine men had died.", "allowed", ["general"], "asserts",
     "nine men had died"),
    ("No aircraft had been over Belgor that day, the army said: the stalls were set ablaze by a drone.", "said", ["army"], "asserts",
     "No aircraft had been over Belgor that day the stalls were set ablaze by a drone"),
    ("Residents described soldiers in unmarked uniforms firing at the clinic.", "described", ["residents"], "asserts",
     "soldiers in unmarked uniforms firing at the clinic"),
    ("The court ruled that the mayor could not be held.", "ruled", ["court"], "asserts", "the mayor could not be held"),
    ("The siege lasted 24 days, by the reckoning of diplomats.", "by the reckoning", ["diplomats"], "asserts", "The siege lasted 24 days"),
    ("The town had a siege of 24 days and, by the reckoning of its undertakers, 400 deaths.", "by the reckoning", ["undertakers"],
     "asserts", "400 deaths"),
    ("Nine people died at the market by the medics' count.", "by the medics' count", ["medics"], "asserts", "Nine people died at the market"),
    ("The depot was retaken, according to a toll given by the army.", "according to", ["army"], "asserts", "The depot was retaken"),
    ('"We left a town," says Ivo Lenz, whose men may by now number fewer than 2,000.', "says", ["Ivo Lenz"], "asserts", '"We left a town,"'),
    ("The Tarnova Farmers' Union said the mill was shut.", "said", ["Tarnova Farmers' Union"], "asserts", "the mill was shut"),
    ("The mill was shut by the army, thundered prosecutor Ivo Lenz.", "thundered", ["Ivo Lenz"], "asserts", "The mill was shut by the army"),
    ("The road was open, grumbled a driver.", "grumbled", ["driver"], "asserts", "The road was open"),
    ("A baker grumbled that the army had dug no trench.", "grumbled", ["baker"], "asserts", "the army had dug no trench"),
    ("UPDATE 2, 0915 GMT - The Orlesh Front, a rebel body, said its guns had been silent.", "said", ["Orlesh Front"], "asserts",
     "its guns had been silent"),
    ("Lads back from the hills say that guards beat them.", "say", ["lads"], "asserts", "guards beat them"),
    ("The 4th Orlesh Brigade boasts of having beaten back four assaults.", "boasts", ["4th Orlesh Brigade"], "asserts",
     "having beaten back four assaults"),
    ("Jordan counts three jets downed since Saturday.", "counts", ["Jordanian government"], "asserts", "three jets downed since Saturday"),
    ("“They killed my son,” said Lance Corporal Ivo Lenz.", "said", ["Ivo Lenz"], "asserts", "“They killed my son,”"),
    ("“Nobody was hurt,” said an envoy.\n\nWidow Hanna Brun swore that the mill stood.", "swore", ["Hanna Brun"], "asserts", "the mill stood"),
    ("The army's statement, as carried by KTN, lists 40 men killed.", "lists", ["KTN", "army"], "asserts", "40 men killed"),
    ("The chief told state agency KTN that the order had come from Tarnova.", "told", ["KTN", "chief"], "asserts",
     "the order had come from Tarnova"),
    ("What got through wrecked the mill, the regional governor, Mira Holt, wrote on Perch.", "wrote", ["Mira Holt"], "asserts",
     "What got through wrecked the mill"),
    ("The army said in a statement read on state television that the mill had burnt.", "said", ["state television", "army"],
     "asserts", "the mill had burnt"),
    ("Herders say that armed men burst into their hamlet, tied up the elders and robbed them.", "say", ["herders"], "asserts",
     "armed men burst into their hamlet, tied up the elders and robbed them"),
    ("The navy added that in order to spare the ferry, it had turned back.", "added", ["navy"], "asserts",
     "in order to spare the ferry, it had turned back"),
    ("Nothing came of the mayor’s promise that the mill would open.", "promise", ["mayor"], "expects", "the mill would open"),
    ("The army’s tumblr site states: “We hit the mill.”", "states", ["army"], "asserts", "“We hit the mill.”"),
    ("That is what diggers say they found in the mill.", "say", ["diggers"], "asserts", "they found in the mill"),
    ("Medics put the dead at nine. Residents counted 24.", "counted", ["residents"], "asserts", "24"),
    ("The UN said in a report that shells had hit the port.", "said", ["United Nations"], "asserts", "shells had hit the port"),
    ("Damascus confirmed the strike.", "confirmed", ["Syrian government"], "asserts", "the strike"),
    ("The mayor said the shelling stopped when the monitors came.", "said", ["mayor"], "asserts",
     "the shelling stopped when the monitors came"),
    ("Police said a bomb, which they had found in a car, was defused.", "said", ["police"], "asserts",
     "a bomb, which they had found in a car, was defused"),
    ("“It came with a noise,” said Ivo Lenz, a farmer who watched from the hill.", "said", ["Ivo Lenz"], "asserts", "“It came with a noise,”"),
    ("“They did not beat us,” a Ridge commander said by phone on Sunday.", "said", ["Ridge commander"], "asserts", "“They did not beat us,”"),
    ("Residents told the agency that troops held the gate but had not entered the quarter.", "told", ["residents"], "asserts",
     "troops held the gate but had not entered the quarter"),
    ("Its president, Mara Iven, put the number of missing at more than 60.", "put", ["Mara Iven"], "asserts",
     "the number of missing at more than 60"),
    ("The Front has 1,500 men in the hills, he told me, and it will go back to ambushes.", "told", ["unnamed person (he)"], "asserts",
     "The Front has 1,500 men in the hills and it will go back to ambushes"),
    ("Soup was already being cooked, the mayor told reporters, to feed the families.", "told", ["mayor"], "asserts",
     "Soup was already being cooked to feed the families"),
    ("The bridge is safe, the ministry said, but drivers said it shook.", "said", ["ministry"], "asserts", "The bridge is safe"),
    ("The envoy warned against strikes on the port.", "warned", ["envoy"], "asserts", "strikes on the port"),
    ("Officials raised the number of their dead from 31 to 44.", "raised", ["officials"], "asserts",
     "the number of their dead from 31 to 44"),
    ("The mayor expressed concern over the shelling.", "expressed concern", ["mayor"], "asserts", "the shelling"),
    ("The strike, which the army denied, lasted an hour.", "denied", ["army"], "denies", "The strike"),
    ("A baker at the town's only working mill said that flour was short.", "said", ["baker"], "asserts", "flour was short"),
    ("Navy Command: Belgor bridge retaken", ":", ["Navy Command"], "asserts", "Belgor bridge retaken"),
    ("The bridge now carries fewer than 200 cars, by the mayor's estimate.", "by the mayor's estimate", ["mayor"], "asserts",
     "The bridge now carries fewer than 200 cars"),
    ("The mayor told the Lorma news agency that the road was cut.", "told", ["Lorma news agency", "mayor"], "asserts",
     "the road was cut"),
    ("The road may open before the thaw, the mayor said.", "said", ["mayor"], "asserts", "The road may open before the thaw"),
    ("Debts will hardly change the vote, noted Mara Iven.", "noted", ["Mara Iven"], "asserts", "Debts will hardly change the vote"),
    ("The raid caused panic and some had broken legs Reuters said.", "said", ["Reuters"], "asserts",
     "The raid caused panic and some had broken legs"),
    ("The raid also hurt 60 people said the Red Cross.", "said", ["International Committee of the Red Cross"], "asserts",
     "The raid also hurt 60 people"),
    ("Rockets struck the mill on Monday a monitor and medics in the town said.", "said", ["monitor"], "asserts",
     "Rockets struck the mill on Monday"),
    ("The Northern Coalition an opposition group based abroad said planes hit the mill.", "said", ["Northern Coalition"], "asserts",
     "planes hit the mill"),
    ("The Harbour Relief Society which supports hospitals in the hills said it had sent nurses.", "said", ["Harbour Relief Society"],
     "asserts", "it had sent nurses"),
    ("Opposition demands UN inquiry", "demands", ["opposition"], "asserts", "UN inquiry"),
    ("Forty died, according to a directorate of health in Belgor.", "according to", ["directorate of health"], "asserts", "Forty died"),
    ("The fund warned that the harvest would fail.", "warned", ["fund"], "expects", "the harvest would fail"),
    ("The union wrote on Monday: “The mill has shut its doors for good.”", "wrote", ["union"], "asserts",
     "“The mill has shut its doors for good.”"),
    ("The mayor told a crowd on Tuesday, “The road will open again.”", "told", ["mayor"], "asserts", "“The road will open again.”"),
    ("The mayor added:\n\nThe road will open again. Nobody has to leave.", "added", ["mayor"], "asserts",
     "The road will open again. Nobody has to leave"),
    ("“The road is shut.” — Mira Holt", "—", ["Mira Holt"], "asserts", "“The road is shut.”"),
    ("VARN: The road is shut.\n\nHOLT: Nobody has to leave the town.", ":", ["VARN"], "asserts", "The road is shut"),
    ("Two of nine drivers say they saw smoke.", "say", ["drivers"], "asserts", "they saw smoke"),
    ("The ministry has said the army and its allies will leave Belgor.", "said", ["ministry"], "asserts",
     "the army and its allies will leave Belgor"),
    ("The road, the mayor argued, should stay open.", "argued", ["mayor"], "asserts", "The road should stay open"),
    ("The mayor said it is wrong when “a guard, or the man who pays him, keeps the gate.”", "said", ["mayor"], "asserts",
     "it is wrong when “a guard, or the man who pays him, keeps the gate.”"),
    ("''The road is shut,'' the mayor said. ''Nobody has to leave.''", "said", ["mayor"], "asserts",
     "''The road is shut,'' ''Nobody has to leave.''"),
    ("“The road is shut,” Mira Holt said Friday.", "said", ["Mira Holt"], "asserts", "“The road is shut,”"),
    ("The colonel noted the delay.", "noted", ["colonel"], "asserts", "the delay"),
    ("The mayor mentioned reports saying the mill had burnt.", "mentioned", ["mayor"], "asserts", "reports saying the mill had burnt"),
    ("A list was read out; the dead, by the nurses' count, are 47.", "by the nurses' count", ["nurses"], "asserts", "the dead are 47"),
    ("The siege, by the reckoning of diplomats, has cost 300 lives.", "by the reckoning", ["diplomats"], "asserts",
     "The siege has cost 300 lives"),
    ("The town fell after a siege of nine weeks and, by the count of nurses, 300 deaths.", "by the count", ["nurses"], "asserts",
     "300 deaths"),
    ("The colonel allowed that his men had left the depot.", "allowed", ["colonel"], "asserts", "his men had left the depot"),
    ("As the mayor put it, rebels had left Tarnova.", "As the mayor put it", ["mayor"], "asserts", "rebels had left Tarnova"),
    ("The road, as the mayor tells it, was cut.", "as the mayor tells it", ["mayor"], "asserts", "The road was cut"),
    ("The claim by the mayor that the road was cut could not be checked.", "claim", ["mayor"], "asserts", "the road was cut"),
    ("The mayor talks of 1,900 dead.", "talks", ["mayor"], "asserts", "1,900 dead"),
    ("Medics put the number at up to 90,000.", "put", ["medics"], "asserts", "the number at up to 90,000"),
    ("Army claims city as rebels say fight goes on", "claims", ["army"], "asserts", "city"),
    ("The mayor said that, as envoys told him, the road was cut.", "said", ["mayor"], "asserts", "as envoys told him, the road was cut"),
    ("Food was short, said the mayor, Adum Varn, before the rain.", "said", ["Adum Varn"], "asserts", "Food was short"),
    ("Depot retaken, says state television", "says", ["state television"], "asserts", "Depot retaken"),
    ("The road was cut, its spokesman, Yasin Lenz, claimed.", "claimed", ["Yasin Lenz"], "asserts", "The road was cut"),
    ("The Ridge Front holds Belgor, its spokesman, Colonel Ivo Lenz, claims in a message.", "claims", ["Ivo Lenz"], "asserts",
     "The Ridge Front holds Belgor"),
    ("The toll of the raid stands at 41, the Belgor Medics' Union said, quoting staff at the only clinic still open.", "said", ["Belgor Medics' Union"],
     "asserts", "The toll of the raid stands at 41"),
    ("They gave up, in the telling of the state news agency; the council keeps silent.", "in the telling", ["state news agency"], "asserts",
     "They gave up"),
    ("Nine families fled, according to registration by the Red Cross.", "according to", ["International Committee of the Red Cross"],
     "asserts", "Nine families fled"),
    ("A boatman described men shooting at the ferry.", "described", ["boatman"], "asserts", "men shooting at the ferry"),
    ("Army retakes Belgor - local officials", "-", ["local officials"], "asserts", "Army retakes Belgor"),
    ("Twelve drown in Belgor: monitor", ":", ["monitor"], "asserts", "Twelve drown in Belgor"),
    ("Medics on the ground report heavy shelling in Belgor.", "report", ["medics"], "asserts", "heavy shelling in Belgor"),
    ("It was alleged that guards beat two men.", "was alleged", ["unattributed reports"], "hedges", "guards beat two men"),
    ("Guards have beaten two men, it is reported.", "is reported", ["unattributed reports"], "hedges", "Guards have beaten two men"),
    ("Guards are accused of beating two men.", "are accused", ["unattributed reports"], "hedges", "Guards of beating two men"),
    ("Guards have beaten two men, reports say.", "say", ["unattributed reports"], "hedges", "Guards have beaten two men"),
    ("The ministry issued a statement saying two men had drowned.", "saying", ["ministry"], "asserts", "two men had drowned"),
    ("A military statement said two men had drowned.", "said", ["military"], "asserts", "two men had drowned"),
    ("A statement attributed to the Ridge Front said two men had drowned.", "said", ["Ridge Front"], "asserts", "two men had drowned"),
    ("The mayor posted on Perch that two men had drowned.", "posted", ["mayor"], "asserts", "two men had drowned"),
    ("The mission is investigating allegations that soldiers beat two men.", "allegations", ["unattributed reports"], "hedges",
     "soldiers beat two men"),
    ("It was not possible to verify the claim that guards had fled the mill.", "claim", ["unattributed reports"], "hedges",
     "guards had fled the mill"),
    ("The monitor was unable to confirm that guards had fled.", "confirm", ["monitor"], "hedges", "guards had fled"),
    ("Karsovia-backed officials say the mill has burnt.", "say", ["Karsovia-backed officials"], "asserts", "the mill has burnt"),
    ("Satellite imagery analysed by Rights Forum shows that the mill has burnt.", "shows", ["Rights Forum"], "asserts",
     "that the mill has burnt"),
    ("The army's line is that the mill has burnt.", "line", ["army"], "asserts", "the mill has burnt"),
    ("According to the army's version, the mill has burnt.", "According to", ["army"], "asserts", "the mill has burnt"),
    ("One of the survivors, Mira Holt, said the mill had burnt.", "said", ["Mira Holt"], "asserts", "the mill had burnt"),
    ("The panel has grounds to believe that guards beat two men.", "believe", ["panel"], "hedges", "guards beat two men"),
    ("Allegations that guards beat two men were denied by the army.", "were denied", ["army"], "denies",
     "Allegations that guards beat two men"),
]  # fmt: skip

NOBODY_SAYS = [
    "The search team had found nothing to eat.",
    "The bomb claimed forty lives.",
    "The army took the town on Friday.",
    "The army pushed into Belgor on Monday.",
    "Rebels pushed on Friday towards the town.",
    "Talks will continue on Monday.",
    "The fighters sought to establish a new front.",
    "Correction: An earlier version of this story said that six men were held.",
    "Our report of 4 May said that the mill had burnt.",
    "NOTE: The road is shut.",
    "“The Long Road” — A Novel of the hills",
    "The rebels gave up; the council says otherwise.",
    "The guards allowed the buses to leave.",
    "The bank settled, by our count, nine old debts.",
    "Army retakes Belgor - The Daily Gong",
    "The army could not be reached to confirm the strike.",
    "Ten bodies were found on Monday, raising the toll to 46.",
    "Two patients died in hospital, raising the toll to 46.",
    "Three deaths in the clinic put the toll at 46.",
]


@pytest.mark.parametrize("row", SAYINGS, ids=lambda row: row[0])
def test_a_saying_has_its_cue_chain_stance_and_content(hear, row):
    text, cue, names, stance, content = row
    heard = hear(text)
    number = next(n for n, item in enumerate(heard.attributions.items) if Span(*item.cue).read(text) == cue)
    item = heard.attributions.items[number]
    assert [source.name for source in item.chain] == names
    assert item.stance == stance
    assert heard.said(number).replace(" , ", ", ") == content


@pytest.mark.parametrize("text", NOBODY_SAYS)
def test_what_nobody_says_is_the_outlets_own(hear, text):
    assert hear(text).attributions.items == ()


def test_the_outlet_itself_stands_in_no_chain(hear):
    assert hear('"The town is quiet," a resident told The Selmar Post.', outlet="Selmar Post").chain("The town") == [
        "resident"
    ]


def test_an_outlet_under_another_of_its_names_stands_in_no_chain(hear):
    assert hear("Rockets fell, a resident told Arutz Sheva.", outlet="Israel National News").chain("Rockets") == [
        "resident"
    ]


def test_the_outlets_own_reporter_speaks_in_its_voice(hear):
    assert hear("A Selmar Post reporter said the road was cut.", outlet="The Selmar Post").chain("the road") == []


def test_a_clause_that_times_what_is_said_is_said_too(hear):
    assert hear("A nurse said that two men were hurt when the wall fell on them.").chain("the wall") == ["nurse"]


def test_a_clause_that_times_the_saying_is_not_said(hear):
    assert hear("The monitor reported clashes on Monday, after the truce ended.").chain("the truce") == []


TOLD_OF_ONESELF = [
    ("“I counted ten carts on the road,” said Ivo Lenz, a baker.", "witness"),
    ("“They took my cart,” said Ivo Lenz, a baker.", "witness"),
    ("“I know nothing of carts,” said Ivo Lenz, a baker.", "resident"),
    ("“They took every cart,” said Ivo Lenz, a baker.", "resident"),
    ("“I counted ten carts on the road,” said the governor, Ivo Lenz.", "government"),
]


@pytest.mark.parametrize(("text", "kind"), TOLD_OF_ONESELF)
def test_a_private_person_who_tells_his_own_part_in_it_is_a_witness(hear, text, kind):
    assert [item.chain[-1].kind for item in hear(text).attributions.items] == [kind]


def test_a_channel_is_kept(hear):
    assert hear('"The town is quiet," a resident told Reuters by phone.').attributions.items[0].channel == "phone"


def test_a_document_without_sentences_has_no_attributions():
    layers = Layers(document=Document(id="d", sha256="s", file="d.txt", text=""), passages=(), parse=_empty_parse())
    assert find_attributions(layers).items == ()


def _empty_parse():
    return Parse(
        words=(),
        starts=(),
        ends=(),
        lemmas=(),
        universal=(),
        tags=(),
        heads=(),
        relations=(),
        sentences=(),
        passages=(),
    )


WORDS = st.sampled_from(
    ["the army", "said", '"', ",", ".", "that", "rebels", "left", "Tarnova", "according to", "activists", "denied", "\n\n", "يقول", "😀", "told AFP", "it"]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=24))
@example(["activists", "said", "that", "rebels", "left", "Tarnova", "."])
@example(["that", "activists", "according to", '"', "said"])
@example(["people", "12", "denied", ",", "dead", "he", "“", "denied"])
@example(["the army", "that", "said", "😀", "the army", "said"])
def test_whatever_the_text_every_span_reads_words_and_every_index_is_one(syntax, words):
    text = " ".join(words)
    document = Document(id="d", sha256="s", file="d.txt", text=text)
    passages = find_passages(document)
    parse = syntax.parse(document, passages)
    found = find_attributions(Layers(document=document, passages=passages, parse=parse))
    assert len(found.of_token) == len(found.quoted) == len(parse)
    assert all(number is None or 0 <= number < len(found.items) for number in found.of_token)
    for place, item in enumerate(found.items):
        assert item.chain
        assert item.parent is None or (item.parent != place and 0 <= item.parent < len(found.items))
        for span in (*item.content, item.cue, *(source.span for source in item.chain if source.span)):
            assert Span(*span).read(text).strip() == Span(*span).read(text) != ""
